import assert from 'node:assert/strict';
import { assocItems } from '../../src/hir/defMap/assocItems.ts';
import { crateDefMap } from '../../src/hir/defMap/defMap.ts';
import { item } from '../../src/hir/defMap/defSource.ts';
import { fixture } from '../fixture.ts';
import { defPath } from './dump.ts';

function functions(text: string): string[] {
  const f = fixture(text);
  const map = crateDefMap(f.db, f.crate('main'));
  return [...map.defs.keys()]
    .map((def) => defPath(f.db, def))
    .filter((path) => /::f\w*$/.test(path))
    .sort();
}

const make = 'macro_rules! make { ($n:ident) => { fn $n() {} } }';

describe('item macros', () => {
  it('expands calls, and calls in expansions', () => {
    assert.deepEqual(
      functions(`
        ${make}
        macro_rules! both { ($a:ident $b:ident) => { make!($a); mod inner { make!($b); } } }
        both!(f1 f2);
      `),
      ['main::f1', 'main::inner::f2'],
    );
  });

  it('has macro_rules in scope from their definition on, the nearest one last', () => {
    assert.deepEqual(
      functions(`
        make!(f_too_early);
        ${make}
        mod inner { make!(f_inner); macro_rules! local { () => { fn f_local() {} } } local!(); }
        local!();
        macro_rules! make { ($n:ident) => { mod shadowed { fn $n() {} } } }
        make!(f_late);
      `),
      ['main::inner::f_inner', 'main::inner::f_local', 'main::shadowed::f_late'],
    );
  });

  it('lets #[macro_use] modules leak their macros', () => {
    assert.deepEqual(
      functions(`
        //- /main.rs crate:main
        #[macro_use] mod macros;
        make!(f);
        //- /macros.rs
        ${make}
      `),
      ['main::f'],
    );
  });

  it('has macros defined by macros in scope after the call', () => {
    assert.deepEqual(
      functions(`
        macro_rules! define { ($n:ident) => { macro_rules! $n { () => { fn f_made() {} } } } }
        define!(made);
        made!();
      `),
      ['main::f_made'],
    );
  });

  it('finds exported macros by path, by import and by #[macro_use] extern crate', () => {
    const util = `
      //- /util.rs crate:util
      #[macro_export] macro_rules! make { ($n:ident) => { fn $n() {} } }
      macro_rules! hidden { () => {} }
      pub mod reexport { pub use crate::make as produce; }
    `;
    assert.deepEqual(
      functions(`
        //- /main.rs crate:main deps:util
        util::make!(f1);
        mod a { use util::make; make!(f2); }
        mod b { use util::reexport::*; produce!(f3); }
        mod c { make!(f_not_imported); }
        ${util}
      `),
      ['main::a::f2', 'main::b::f3', 'main::f1'],
    );
    assert.deepEqual(
      functions(`
        //- /main.rs crate:main deps:util
        #[macro_use] extern crate util;
        mod c { make!(f); }
        ${util}
      `),
      ['main::c::f'],
    );
  });

  it('gives a macro_rules a path by importing it', () => {
    assert.deepEqual(
      functions(`
        mod macros { ${make} pub(crate) use make; }
        mod user { crate::macros::make!(f); }
      `),
      ['main::user::f'],
    );
  });

  it('means the defining crate by $crate', () => {
    assert.deepEqual(
      functions(`
        //- /main.rs crate:main deps:util
        util::call!();
        //- /util.rs crate:util
        #[macro_export] macro_rules! call { () => { $crate::inner!(f); } }
        #[macro_export] macro_rules! inner { ($n:ident) => { fn $n() {} } }
      `),
      ['main::f'],
    );
  });

  it('resolves imports of what macros define, and macros that imports bring', () => {
    assert.deepEqual(
      functions(`
        use generated::helper;
        mod macros { macro_rules! gen { () => { pub mod generated { pub fn f_g() {} pub use super::macros2::last as helper; } } } pub(crate) use gen; }
        use macros::gen;
        gen!();
        mod macros2 { macro_rules! last { () => { fn f_last() {} } } pub(crate) use last; }
        mod user { use crate::helper; helper!(); }
      `),
      ['main::generated::f_g', 'main::user::f_last'],
    );
  });

  it('ends at a macro that calls itself for ever', () => {
    const f = fixture('macro_rules! again { () => { again!(); } } again!();');
    assert.equal(crateDefMap(f.db, f.crate('main')).unresolved.macroCalls, 1);
  });

  it('expands calls among associated items with the macros in scope at the impl', () => {
    const f = fixture(`
      ${make}
      macro_rules! two { ($a:ident $b:ident) => { make!($a); const C: u8 = 0; make!($b); } }
      struct S;
      impl S { fn first(&self) {} two!(f1 f2); #[cfg(never)] fn gone() {} nothing!(); }
      macro_rules! make { ($n:ident) => { compile_error!() } }
    `);
    const [impl] = crateDefMap(f.db, f.crate('main')).impls;
    const items = assocItems(f.db, impl!);
    assert.deepEqual(
      items.map(({ name, kind }) => `${kind} ${name}`),
      ['Fn first', 'Fn f1', 'Const C', 'Fn f2'],
    );
    for (const { def, kind } of items) assert.equal(item(f.db, def)?.kind, kind);
  });
});

describe('derives', () => {
  const core = `
    //- /core.rs crate:core
    #![no_core]
    pub mod clone {
      pub trait Clone { fn clone(&self) -> Self; }
      #[rustc_builtin_macro] pub macro Clone($item:item) {}
    }
    pub mod prelude { pub mod rust_2021 { pub use crate::clone::Clone; } }
    //- /std.rs crate:std
    #![no_std]
    pub use core::clone;
    pub mod prelude { pub mod rust_2021 { pub use core::prelude::rust_2021::*; } }
  `;

  it('finds the macro through the prelude and collects the impl', () => {
    const f = fixture(`
      //- /main.rs crate:main
      #[derive(Clone)] struct S;
      #[cfg_attr(all(), derive(std::clone::Clone))] enum E { A }
      #[cfg_attr(any(), derive(Clone))] struct N;
      ${core}
    `);
    const map = crateDefMap(f.db, f.crate('main'));
    const headers = map.impls.map((impl) => defPath(f.db, impl));
    assert.equal(headers.length, 2);
    assert.match(headers[0]!, /Clone for S/);
    assert.match(headers[1]!, /Clone for E/);
  });

  it('counts the derives of procedural macros', () => {
    const f = fixture(`
      //- /main.rs crate:main deps:pm
      use pm::Magic;
      #[derive(Magic)] struct S;
      pm::items!();
      //- /pm.rs crate:pm type:proc-macro
      #[proc_macro_derive(Magic, attributes(magic))] pub fn derive_magic(input: TokenStream) -> TokenStream { input }
      #[proc_macro] pub fn items(input: TokenStream) -> TokenStream { input }
    `);
    const { unresolved } = crateDefMap(f.db, f.crate('main'));
    assert.deepEqual(unresolved, { imports: 0, macroCalls: 0, procMacros: 2, files: 0 });
  });
});
