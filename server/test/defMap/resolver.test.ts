import assert from 'node:assert/strict';
import { parseSimplePath } from '../../src/hir/attrs.ts';
import { assocItems } from '../../src/hir/defMap/assocItems.ts';
import { blocksOfOwner } from '../../src/hir/defMap/bodyBlocks.ts';
import { blockDefMap, crateDefMap } from '../../src/hir/defMap/defMap.ts';
import { item } from '../../src/hir/defMap/defSource.ts';
import { implsInBodies } from '../../src/hir/defMap/implsInBodies.ts';
import { langItem } from '../../src/hir/defMap/langItems.ts';
import type { Namespace } from '../../src/hir/defMap/scope.ts';
import { variantData } from '../../src/hir/defMap/variants.ts';
import { directCrates, visibleParents } from '../../src/hir/defMap/visibleParents.ts';
import { type DefId, defData } from '../../src/hir/defs.ts';
import {
  isDefVisible,
  type Resolver,
  resolveMacro,
  resolvePath,
  resolverFor,
  resolverForBody,
  traitsInScope,
} from '../../src/hir/resolver.ts';
import type { Database } from '../../src/query/database.ts';
import { type Fixture, fixture } from '../fixture.ts';
import { defPath } from './dump.ts';

/** The definition with that path in crate `main`, in modules, traits, impls and bodies. */
function find(f: Fixture, path: string): DefId {
  const found = allDefs(f).find((def) => defPath(f.db, def) === path);
  assert.ok(found !== undefined, `no ${path} among ${allDefs(f).map((def) => defPath(f.db, def))}`);
  return found;
}

function allDefs(f: Fixture): DefId[] {
  const defs: DefId[] = [];
  const add = (def: DefId): void => {
    defs.push(def);
    const { kind } = defData(def);
    if (kind === 'Trait' || kind === 'Impl') for (const assoc of assocItems(f.db, def)) add(assoc.def);
    if (kind === 'Fn' || kind === 'Const') {
      for (const block of blocksOfOwner(f.db, def))
        for (const inner of blockDefMap(f.db, block).defs.keys()) add(inner);
    }
  };
  for (const krate of f.crates.values()) for (const def of crateDefMap(f.db, krate).defs.keys()) add(def);
  return defs;
}

function resolve(db: Database, resolver: Resolver, path: string, ns: Namespace = 'type'): string {
  const { res, consumed } = resolvePath(db, resolver, parseSimplePath(path)!, ns);
  const rest = path.split('::').length - (/^(crate|self|super)\b/.test(path) ? 1 : 0) - consumed;
  const tail = rest > 0 && res.kind !== 'Err' ? ` +${rest}` : '';
  switch (res.kind) {
    case 'Def':
      return `${defData(res.def).kind} ${defPath(db, res.def)}${tail}`;
    case 'SelfTy':
      return `Self of ${defPath(db, res.def)}${tail}`;
    case 'TyParam':
    case 'ConstParam':
      return `${res.kind} ${res.name} ${res.index} of ${defPath(db, res.owner)}${tail}`;
    case 'PrimTy':
      return `${res.name}${tail}`;
    case 'Err':
      return 'Err';
  }
}

describe('resolver', () => {
  it('stops where associated items begin', () => {
    const f = fixture(`
      mod a { pub struct S; pub enum E { V } pub trait T { fn m(); } }
      fn here() {}
    `);
    const r = resolverFor(f.db, find(f, 'main::here'));
    const all = (path: string, ns?: Namespace) => resolve(f.db, r, path, ns);
    assert.equal(all('a::S::new', 'value'), 'Struct main::a::S +1');
    assert.equal(all('a::E::V', 'value'), 'Variant main::a::E::V');
    assert.equal(all('a::E::new', 'value'), 'Enum main::a::E +1');
    assert.equal(all('a::T::m', 'value'), 'Trait main::a::T +1');
    assert.equal(all('u8::MAX', 'value'), 'u8 +1');
    assert.equal(all('a::missing::x', 'value'), 'Err');
    assert.equal(all('crate::here', 'value'), 'Fn main::here');
    assert.equal(all('self::a::S'), 'Struct main::a::S');
  });

  it('takes the primitive type where a module of its name has no such item', () => {
    const f = fixture(`mod u8 { pub fn own() {} } fn here() {}`);
    const r = resolverFor(f.db, find(f, 'main::here'));
    assert.equal(resolve(f.db, r, 'u8::own', 'value'), 'Fn main::u8::own');
    assert.equal(resolve(f.db, r, 'u8::max_value', 'value'), 'u8 +1');
  });

  it('sees generics and Self of the item and of what is around it', () => {
    const f = fixture(`
      struct S<'a, T, const N: usize>(&'a T);
      impl<A> S<'static, A, 3> { fn m<B>() {} }
      trait Tr<X> { fn d<Y>() {} }
    `);
    const s = resolverFor(f.db, find(f, 'main::S'));
    assert.equal(resolve(f.db, s, 'T'), 'TyParam T 1 of main::S');
    assert.equal(resolve(f.db, s, 'N', 'value'), 'ConstParam N 2 of main::S');
    assert.equal(resolve(f.db, s, 'Self'), 'Self of main::S');
    const impl = allDefs(f).find((def) => defData(def).kind === 'Impl')!;
    const m = resolverFor(f.db, assocItems(f.db, impl)[0]!.def);
    assert.match(resolve(f.db, m, 'B'), /^TyParam B 0 of main::\{impl .*\}::m$/);
    assert.match(resolve(f.db, m, 'A::Item'), /^TyParam A 0 of main::\{impl .*\} \+1$/);
    assert.match(resolve(f.db, m, 'Self::m', 'value'), /^Self of main::\{impl .*\} \+1$/);
    const d = resolverFor(f.db, find(f, 'main::Tr::d'));
    assert.equal(resolve(f.db, d, 'X'), 'TyParam X 0 of main::Tr');
    assert.equal(resolve(f.db, d, 'Self'), 'Self of main::Tr');
  });

  it('hides generics of the function around from items in its body', () => {
    const f = fixture(
      `struct T; fn outer<T>() { fn inner() {} struct Local<U>(U); impl<U> Local<U> { fn m() {} } }`,
    );
    const inner = resolverFor(f.db, find(f, 'main::outer::inner'));
    assert.equal(resolve(f.db, inner, 'T'), 'Struct main::T');
    assert.equal(resolve(f.db, inner, 'Local'), 'Struct main::outer::Local');
    const [block] = blocksOfOwner(f.db, find(f, 'main::outer'));
    const body = resolverForBody(f.db, find(f, 'main::outer'), block);
    assert.equal(resolve(f.db, body, 'T'), 'TyParam T 0 of main::outer');
    assert.equal(resolve(f.db, body, 'inner', 'value'), 'Fn main::outer::inner');
  });

  it('nests blocks, and tells equal names in different blocks apart', () => {
    const f = fixture(`
      fn main() {
        fn f() {}
        { fn f() {} fn g() {} { use self_mod::h; mod self_mod { pub fn h() {} } } }
        { struct f; }
      }
    `);
    const owner = find(f, 'main::main');
    const names = blocksOfOwner(f.db, owner).map((block) => {
      const r = resolverForBody(f.db, owner, block);
      return ['f', 'g', 'h'].map((name) => {
        const { res } = resolvePath(f.db, r, parseSimplePath(name)!, 'value');
        return res.kind === 'Def' ? `${defData(res.def).kind}${defData(res.def).disambiguator}` : '-';
      });
    });
    assert.deepEqual(names, [
      ['Fn0', '-', '-'],
      ['Fn1', 'Fn0', '-'],
      ['Fn1', 'Fn0', 'Fn0'],
      ['Struct0', '-', '-'],
    ]);
    for (const def of allDefs(f)) assert.ok(item(f.db, def), defPath(f.db, def));
  });

  it('finds items that macros declare in bodies', () => {
    const f = fixture(`
      macro_rules! declare { ($n:ident) => { fn $n() { struct Deep; } impl Tr for $crate::S {} } }
      trait Tr {} struct S;
      fn main() { declare!(made); let x = { declare_again!(); }; made(); }
    `);
    const owner = find(f, 'main::main');
    const [block] = blocksOfOwner(f.db, owner);
    assert.equal(resolve(f.db, resolverForBody(f.db, owner, block), 'made', 'value'), 'Fn main::main::made');
    const made = find(f, 'main::main::made');
    assert.equal(item(f.db, made)?.kind, 'Fn');
    assert.equal(item(f.db, find(f, 'main::main::made::Deep'))?.kind, 'Struct');
  });

  it('enumerates impls in bodies', () => {
    const f = fixture(`
      trait Tr {}
      struct S;
      impl S { fn m() { struct In; impl Tr for In { } fn deeper() { impl Tr for u8 {} } } }
      const C: u8 = { impl Tr for u16 {} 0 };
    `);
    const headers = implsInBodies(f.db, f.crate('main')).map((impl) => defData(impl).name);
    assert.deepEqual(headers.sort(), ['Tr for In', 'Tr for u16', 'Tr for u8']);
  });

  it('collects the traits in scope', () => {
    const f = fixture(`
      //- /main.rs crate:main
      mod a { pub trait One {} pub trait Two {} pub trait Not {} }
      use a::One as _;
      fn here() { use a::Two; }
      fn elsewhere() {}
      //- /core.rs crate:core
      #![no_core]
      pub mod prelude { pub mod rust_2021 { pub use crate::Always; } }
      pub trait Always {}
      //- /std.rs crate:std
      #![no_std]
      pub use core::prelude;
    `);
    const here = find(f, 'main::here');
    const [block] = blocksOfOwner(f.db, here);
    const traits = (r: Resolver) => [...traitsInScope(f.db, r)].map((trait) => defPath(f.db, trait)).sort();
    assert.deepEqual(traits(resolverForBody(f.db, here, block)), [
      'core::Always',
      'main::a::One',
      'main::a::Two',
    ]);
    assert.deepEqual(traits(resolverFor(f.db, find(f, 'main::elsewhere'))), ['core::Always', 'main::a::One']);
  });

  it('resolves macros where they are in scope', () => {
    const f = fixture(`
      macro_rules! m { () => { 1 } }
      fn one() {}
      macro_rules! m { () => { 2 } }
      fn two() { macro_rules! local { () => {} } }
      struct S; impl S { fn three() {} }
    `);
    const macro = (r: Resolver, name: string) => {
      const def = resolveMacro(f.db, r, parseSimplePath(name)!);
      return def === undefined ? undefined : defData(def).disambiguator;
    };
    assert.equal(macro(resolverFor(f.db, find(f, 'main::one')), 'm'), 0);
    assert.equal(macro(resolverFor(f.db, find(f, 'main::two')), 'm'), 1);
    const three = allDefs(f).find((def) => defData(def).name === 'three')!;
    assert.equal(macro(resolverFor(f.db, three), 'm'), 1);
    const two = find(f, 'main::two');
    const [block] = blocksOfOwner(f.db, two);
    assert.equal(macro(resolverForBody(f.db, two, block), 'local'), 0);
    assert.equal(macro(resolverFor(f.db, two), 'local'), undefined);
  });

  it('knows what is visible from where', () => {
    const f = fixture(`
      mod a {
        pub(crate) fn in_crate() {}
        pub(super) fn in_super() {}
        fn private() {}
        pub mod b { pub(in crate::a) fn in_a() {} pub struct S; impl S { pub fn open() {} fn closed() {} } }
      }
      mod c {}
    `);
    const from = (module: string, path: string) => isDefVisible(f.db, find(f, path), find(f, module));
    assert.ok(from('main::c', 'main::a::in_crate'));
    assert.ok(from('main::c', 'main::a::in_super'));
    assert.ok(!from('main::c', 'main::a::private'));
    assert.ok(from('main::a::b', 'main::a::private'));
    assert.ok(!from('main::c', 'main::a::b::in_a'));
    assert.ok(from('main::a', 'main::a::b::in_a'));
    assert.ok(from('main::c', 'main::a::b::{impl S}::open'));
    assert.ok(!from('main::c', 'main::a::b::{impl S}::closed'));
  });
});

describe('data of definitions', () => {
  it('numbers fields after the cfg', () => {
    const f = fixture(`
      struct T(#[cfg(never)] u8, u16, u32);
      enum E { A { #[cfg(never)] x: u8, y: u8 }, B = 3 }
    `);
    assert.deepEqual(
      variantData(f.db, find(f, 'main::T'))?.fields.map((field) => field.name),
      ['0', '1'],
    );
    const variants = [...crateDefMap(f.db, f.crate('main')).enums.values()][0]!.byName;
    assert.deepEqual(
      variantData(f.db, variants.get('A')!)?.fields.map((field) => field.name),
      ['y'],
    );
    assert.equal(variantData(f.db, variants.get('B')!)?.discriminant, '3');
  });

  it('finds lang items, associated ones and variants too', () => {
    const f = fixture(`
      //- /main.rs crate:main
      fn f() {}
      //- /core.rs crate:core
      #![no_core]
      #[lang = "add"] pub trait Add { #[lang = "add_out"] type Output; #[lang = "add_fn"] fn add(); }
      pub enum Option<T> { #[lang = "None"] None, Some(T) }
    `);
    const main = f.crate('main');
    const path = (name: string) => {
      const def = langItem(f.db, main, name);
      return def === undefined ? undefined : defPath(f.db, def);
    };
    assert.equal(path('add'), 'core::Add');
    assert.equal(path('add_out'), 'core::Add::Output');
    assert.equal(path('add_fn'), 'core::Add::add');
    assert.equal(path('None'), 'core::Option::None');
    assert.equal(path('sub'), undefined);
  });

  it('names impls by their headers, so that reordering changes no id', () => {
    const ids = (text: string) => {
      const f = fixture(`trait T<X> {} struct S<A>(A);\n${text}`);
      return crateDefMap(f.db, f.crate('main')).impls;
    };
    const a = `impl<A: Clone> T<[A; 3]> for S<&'static mut A> where A: T<dyn Fn(u8) -> A> {}`;
    const b = 'impl T<fn(u8)> for S<*const u8> {}';
    assert.deepEqual(ids(`${a}\n${b}`), [...ids(`${b}\n${a}`)].reverse());
    assert.notEqual(...(ids(`${a}\n${b}`) as [DefId, DefId]));
  });
});

describe('visible parents', () => {
  it('prefers short public paths of crates named directly, and the first crate', () => {
    const f = fixture(`
      //- /main.rs crate:main deps:mine
      fn f(s: mine::S) {}
      //- /mine.rs crate:mine
      mod secret { pub struct Hidden; }
      pub mod deep { pub mod deeper { pub struct S; } pub use crate::secret::Hidden as Renamed; }
      pub use deep::deeper::S;
      #[doc(hidden)] pub mod private { pub struct Last; }
      //- /core.rs crate:core
      #![no_core]
      pub mod fmt { pub struct Formatter; mod imp { pub struct Unreachable; } }
      //- /std.rs crate:std
      #![no_std]
      pub use core::fmt;
    `);
    const main = f.crate('main');
    const visible = visibleParents(f.db, main);
    const printed = (path: string): string => {
      const parts: string[] = [];
      let at = find(f, path);
      for (;;) {
        const parent = visible.get(at);
        if (!parent) break;
        parts.unshift(parent.name);
        at = parent.parent;
      }
      return [defPath(f.db, at), ...parts].join('::');
    };
    assert.equal(printed('core::fmt::Formatter'), 'std::fmt::Formatter');
    assert.equal(printed('mine::deep::deeper::S'), 'mine::S');
    assert.equal(printed('mine::secret::Hidden'), 'mine::deep::Renamed');
    assert.equal(printed('mine::private::Last'), 'mine::private::Last');
    assert.equal(visible.get(find(f, 'core::fmt::imp::Unreachable')), undefined);
    assert.deepEqual(
      directCrates(f.db, main).map((krate) => [...f.crates].find(([, id]) => id === krate)![0]),
      ['std', 'mine'],
    );
  });
});
