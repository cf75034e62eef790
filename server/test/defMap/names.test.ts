import assert from 'node:assert/strict';
import { crateDefMap } from '../../src/hir/defMap/defMap.ts';
import { fixture } from '../fixture.ts';
import { dumpScopes } from './dump.ts';

/** The scopes of `main`, compared with what they should be. */
function check(text: string, expected: string): void {
  const f = fixture(text);
  assert.equal(dumpScopes(f.db, f.crate('main')), dedent(expected));
}

function dedent(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const indent = Math.min(...lines.map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indent)).join('\n');
}

describe('names in modules', () => {
  it('puts items in their namespaces', () => {
    check(
      `
        fn f() {}
        struct Named { x: u8 }
        struct Tuple(u8);
        struct Unit;
        union U { a: u8 }
        enum E { A }
        trait T {}
        type Alias = u8;
        const C: u8 = 0;
        const _: u8 = 0;
        static S: u8 = 0;
        extern "C" { fn foreign(); }
      `,
      `
        main
          Alias: t TyAlias main::Alias
          C: v Const main::C
          E: t Enum main::E
          Named: t Struct main::Named
          S: v Static main::S
          T: t Trait main::T
          Tuple: t Struct main::Tuple, v Struct main::Tuple
          U: t Union main::U
          Unit: t Struct main::Unit, v Struct main::Unit
          f: v Fn main::f
          foreign: v Fn main::{extern}::foreign
      `,
    );
  });

  it('follows renames, lists, self and super', () => {
    check(
      `
        mod a {
          pub mod b { pub struct S; pub fn S2() {} }
          pub use self::b::S as Renamed;
          pub use super::top;
        }
        fn top() {}
        use a::b::{self, S, S2 as two};
        use crate::a::{self as c};
      `,
      `
        main
          S: t Struct main::a::b::S, v Struct main::a::b::S
          a: t Mod main::a
          b: t Mod main::a::b
          c: t Mod main::a
          top: v Fn main::top
          two: v Fn main::a::b::S2
        main::a
          Renamed: t Struct main::a::b::S, v Struct main::a::b::S
          b: t Mod main::a::b
          top: v Fn main::top
        main::a::b
          S2: v Fn main::a::b::S2
          S: t Struct main::a::b::S, v Struct main::a::b::S
      `,
    );
  });

  it('imports by glob what is visible, through cycles, and lets names shadow it', () => {
    check(
      `
        mod a { pub use crate::b::*; pub fn x() {} fn private() {} pub struct Both; }
        mod b { pub use crate::a::*; pub fn y() {} pub(crate) fn z() {} }
        use a::*;
        struct Both {}
      `,
      `
        main
          Both: t Struct main::Both, v(g) Struct main::a::Both
          a: t Mod main::a
          b: t Mod main::b
          x: v(g) Fn main::a::x
          y: v(g) Fn main::b::y
          z: v(g) Fn main::b::z
        main::a
          Both: t Struct main::a::Both, v Struct main::a::Both
          private: v Fn main::a::private
          x: v Fn main::a::x
          y: v(g) Fn main::b::y
          z: v(g) Fn main::b::z
        main::b
          Both: t(g) Struct main::a::Both, v(g) Struct main::a::Both
          x: v(g) Fn main::a::x
          y: v Fn main::b::y
          z: v Fn main::b::z
      `,
    );
  });

  it('imports the variants of an enum, by name and by glob', () => {
    check(
      `
        use E::*;
        use E::B as Bee;
        enum E { A, B(u8), #[cfg(never)] C }
      `,
      `
        main
          A: t(g) Variant main::E::A, v(g) Variant main::E::A
          B: t(g) Variant main::E::B, v(g) Variant main::E::B
          Bee: t Variant main::E::B, v Variant main::E::B
          E: t Enum main::E
      `,
    );
  });

  it('imports a trait without a name, and passes it on through globs', () => {
    check(
      `
        mod a { pub trait T {} }
        mod b { pub use crate::a::T as _; }
        use b::*;
      `,
      `
        main
          _: t Trait main::a::T
          a: t Mod main::a
          b: t Mod main::b
        main::a
          T: t Trait main::a::T
        main::b
          _: t Trait main::a::T
      `,
    );
  });

  it('does not let an import find itself', () => {
    check(
      `
        //- /main.rs crate:main deps:foo
        use foo::foo;
        //- /foo.rs crate:foo
        pub fn foo() {}
        pub mod inner {}
      `,
      `
        main
          foo: v Fn foo::foo
      `,
    );
  });

  it('imports what a later import brings', () => {
    check(
      `
        use a::c::d::leaf;
        mod a { pub use crate::b as c; }
        mod b { pub use crate::e::*; }
        mod e { pub mod d { pub fn leaf() {} } }
      `,
      `
        main
          a: t Mod main::a
          b: t Mod main::b
          e: t Mod main::e
          leaf: v Fn main::e::d::leaf
        main::a
          c: t Mod main::b
        main::b
          d: t(g) Mod main::e::d
        main::e
          d: t Mod main::e::d
        main::e::d
          leaf: v Fn main::e::d::leaf
      `,
    );
  });

  it('resolves crates by name, by extern crate and by $crate', () => {
    check(
      `
        //- /main.rs crate:main deps:util,other=renamed
        extern crate util as u;
        use u::f;
        use renamed::g;
        use ::util::f as h;
        //- /util.rs crate:util
        pub fn f() {}
        //- /other.rs crate:other
        pub fn g() {}
      `.replace('other=renamed', 'renamed=other'),
      `
        main
          f: v Fn util::f
          g: v Fn other::g
          h: v Fn util::f
          u: t Mod util
      `,
    );
  });

  it('starts the paths of 2015 imports at the crate root', () => {
    check(
      `
        //- /main.rs crate:main edition:2015 deps:util
        extern crate util;
        mod a { use b::x; use util::f; fn g() { ::b::x(); } }
        mod b { pub fn x() {} }
        //- /util.rs crate:util
        pub fn f() {}
      `,
      `
        main
          a: t Mod main::a
          b: t Mod main::b
          util: t Mod util
        main::a
          f: v Fn util::f
          g: v Fn main::a::g
          x: v Fn main::b::x
        main::b
          x: v Fn main::b::x
      `,
    );
  });

  it('re-exports primitive types', () => {
    check(
      `
        mod primitive { pub use bool; pub use u8 as byte; }
        use primitive::byte;
      `,
      `
        main
          byte: t u8
          primitive: t Mod main::primitive
        main::primitive
          bool: t bool
          byte: t u8
      `,
    );
  });

  it('drops what cfg and cfg_attr switch off, in files too', () => {
    check(
      `
        //- /main.rs crate:main cfg:unix,feature="x"
        #[cfg(unix)] fn yes() {}
        #[cfg(not(unix))] fn no() {}
        #[cfg(all(feature = "x", any(windows, unix)))] fn both() {}
        #[cfg_attr(unix, cfg(windows))] fn never() {}
        #[cfg_attr(windows, cfg(never))] fn kept() {}
        mod gone;
        #[cfg_attr(unix, path = "there.rs")] mod here;
        //- /gone.rs
        #![cfg(windows)]
        fn f() {}
        //- /there.rs
        fn g() {}
      `,
      `
        main
          both: v Fn main::both
          here: t Mod main::here
          kept: v Fn main::kept
          yes: v Fn main::yes
        main::here
          g: v Fn main::here::g
      `,
    );
  });

  it('leaves test functions to the test harness', () => {
    const text = `#[test] fn t() {}\n fn f() {}`;
    check(text, `main\n  f: v Fn main::f`);
    check(`//- /main.rs crate:main test:1\n${text}`, `main\n  f: v Fn main::f\n  t: v Fn main::t`);
  });

  it('counts what it cannot resolve', () => {
    const f = fixture(`
      use nowhere::x;
      extern crate missing;
      unknown!();
      mod not_there;
      #[derive(Unknown)] struct S;
    `);
    assert.deepEqual(crateDefMap(f.db, f.crate('main')).unresolved, {
      imports: 2,
      macroCalls: 2,
      procMacros: 0,
      files: 1,
    });
  });
});
