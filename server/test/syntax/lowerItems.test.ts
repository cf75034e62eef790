import assert from 'node:assert/strict';
import '../support.ts';
import { structuralEquals } from '../../src/base/structuralEquals.ts';
import type { Item, UseTree } from '../../src/hir/itemTree.ts';
import { type LoweredItems, lowerItems } from '../../src/hir/lowerItems.ts';
import { printBounds, printGenericParam, printPath, printTypeRef } from '../../src/hir/printRef.ts';
import { parser } from '../../src/syntax/parser.ts';

function lower(text: string): LoweredItems {
  return lowerItems(parser().parse(text, { elideBodies: true }), 0);
}

function only<K extends Item['kind']>(text: string, kind: K): Item & { kind: K } {
  const { tree } = lower(text);
  const item = tree.items[tree.roots[0]!];
  assert.equal(item?.kind, kind);
  return item as Item & { kind: K };
}

/** A type, lowered and written again. */
function type(text: string): string {
  const { ty } = only(`type T = ${text};`, 'TyAlias');
  return ty === undefined ? 'none' : printTypeRef(ty);
}

function printUse(tree: UseTree): string {
  switch (tree.kind) {
    case 'Simple':
      return printPath(tree.path) + (tree.alias === undefined ? '' : ` as ${tree.alias}`);
    case 'Glob': {
      const path = printPath(tree.path);
      return path === '' ? '*' : `${path}${path.endsWith('::') ? '' : '::'}*`;
    }
    case 'Nested':
      return `${tree.prefix ? `${printPath(tree.prefix)}::` : ''}{${tree.trees.map(printUse).join(', ')}}`;
  }
}

describe('item trees', () => {
  it('lowers types', () => {
    for (const text of [
      "&'a mut [u8]",
      '[T; 4]',
      '[T; N]',
      '*const fn(u8, &str) -> !',
      "dyn Fn(A, B) -> C + Send + 'a",
      "impl for<'a> Fn(&'a u8) -> &'a u8 + Clone",
      '<T as Iterator>::Item',
      '<T>::Item',
      '<Vec<T> as a::B<C>>::D::E',
      "a::B<C, 'a, 3, Item = D>",
      'Box<dyn Iterator<Item: Display>>',
      '(A, B)',
      '(A,)',
      '()',
      'crate::a::B',
      'super::super::B',
      'self::B',
      '::a::B',
      'unsafe extern "C" fn(u8, ...) -> ()',
      '&(dyn A + B)',
      '_',
      'm!(a b)',
    ])
      assert.equal(type(text), text);
    assert.equal(type('(A)'), 'A');
    assert.equal(type("&dyn for<'a> A<'a>"), "&dyn for<'a> A<'a>");
    assert.equal(type('r#type::r#A'), 'type::A');
    assert.equal(type('__dollar_crate_3::A'), '__dollar_crate_3::A');
    assert.equal(type('F(A) -> B'), 'F(A) -> B');
  });

  it('lowers const arguments', () => {
    assert.equal(type('[u8; N + 1]'), '[u8; { N + 1 }]');
    assert.equal(type('A<{ N + 1 }>'), 'A<{ N + 1 }>');
    assert.equal(type('A<{ N }>'), 'A<N>');
    const { ty } = only('type T = [[u8; N + 1]; M * 2];', 'TyAlias');
    assert.ok(ty?.kind === 'Array' && ty.len.kind === 'Expr' && ty.inner.kind === 'Array');
    assert.ok(ty.inner.len.kind === 'Expr' && ty.inner.len.index === 0 && ty.len.index === 1);
  });

  it('lowers generics', () => {
    const item = only(
      "struct S<'a: 'b, 'b, T: ?Sized + for<'c> Fn(&'c u8) = u8, const N: usize = 3>(T) where T: A<B>, for<'d> &'d T: C, 'a: 'b;",
      'Struct',
    );
    assert.deepEqual(
      item.generics.params.map((p) => printGenericParam(p)),
      ["'a: 'b", "'b", "T: ?Sized + for<'c> Fn(&'c u8) -> ()", 'const N: usize'],
    );
    assert.deepEqual(
      item.generics.wherePredicates.map((p) =>
        p.kind === 'Bound' ? `${p.lifetimes} ${printTypeRef(p.ty)}: ${printBounds(p.bounds)}` : 'outlives',
      ),
      [' T: A<B>', "'d &'d T: C", 'outlives'],
    );
  });

  it('lowers use trees', () => {
    const use = (text: string) => printUse(only(`use ${text};`, 'Use').tree);
    for (const text of [
      'a::b',
      'a::b as c',
      'a::B as _',
      'a::*',
      'crate::{a, b::{self, c as d}, e::*}',
      '::a::b',
      'super::super::a',
      '{a, b}',
      '*',
    ])
      assert.equal(use(text), text);
  });

  it('lowers functions', () => {
    const fn = only(
      'pub(crate) const unsafe extern "C" fn f<T>(self: &Self, mut x: u8, (a, b): (T, T)) -> T { }',
      'Fn',
    );
    assert.deepEqual(
      fn.params.map((p) => printTypeRef(p.ty)),
      ['&Self', 'u8', '(T, T)'],
    );
    assert.ok(fn.hasSelf && fn.isConst && fn.isUnsafe && !fn.isAsync && fn.hasBody && fn.abi === 'C');
    assert.equal(printTypeRef(fn.ret), 'T');
    assert.equal(fn.visibility.kind, 'Restricted');
    const method = only("trait A { fn f(&'a mut self); }", 'Trait');
    assert.equal(method.items.length, 1);
    const { tree } = lower('extern "system" { fn p(f: *const u8, ...) -> i32; static X: u8; }');
    const [, p, x] = tree.items;
    assert.ok(p?.kind === 'Fn' && p.isForeign && p.isVarargs && !p.hasBody);
    assert.ok(x?.kind === 'Static' && x.isForeign);
  });

  it('says which bodies may declare items', () => {
    assert.equal(only('fn f() { fn g() {} }', 'Fn').innerItems, true);
    assert.equal(only('fn f() { g(); }', 'Fn').innerItems, false);
  });

  it('lowers impls, traits and enums', () => {
    const impl = only('unsafe impl<T> !a::B<T> for Vec<T> where T: C { }', 'Impl');
    assert.equal(printPath(impl.traitPath!), 'a::B<T>');
    assert.equal(printTypeRef(impl.selfTy), 'Vec<T>');
    assert.ok(impl.isNegative && impl.generics.wherePredicates.length === 1);
    const trait = only(
      "trait A<T>: B + 'static where Self: C { type X: D; type Y<'a> where Self: 'a; const Z: u8 = 1; m!(); }",
      'Trait',
    );
    assert.equal(printBounds(trait.supertraits), "B + 'static");
    assert.equal(trait.items.length, 4);
    const { variants } = only('enum E { A = 1 + 2, #[cfg(x)] B(u8, T), C { a: u8 } }', 'Enum');
    assert.deepEqual(
      variants.map((v) => [
        v.name,
        v.fieldsKind,
        v.discriminant,
        v.fields.map((f) => f.name).join(),
        v.attrs.cfg.length,
      ]),
      [
        ['A', 'Unit', '1 + 2', '', 0],
        ['B', 'Tuple', undefined, '0,1', 1],
        ['C', 'Named', undefined, 'a', 0],
      ],
    );
  });

  it('lowers macros', () => {
    const { tree } = lower('a::m! { x y } n!(1); macro_rules! r { () => { 1 }; }');
    assert.deepEqual(
      tree.items.map((i) =>
        i.kind === 'MacroCall'
          ? [printPath(i.path), i.args]
          : i.kind === 'MacroRules'
            ? [i.name, i.body]
            : [],
      ),
      [
        ['a::m', ' x y '],
        ['n', '1'],
        ['r', ' () => { 1 }; '],
      ],
    );
  });

  it('keeps the conditions of attributes', () => {
    const { attrs } = only(
      '#[cfg(all(unix, not(feature = "x")))] #[cfg_attr(test, derive(A, B), inline)] #[doc = "d"] #[allow(x)] #[lang = "y"] struct S;',
      'Struct',
    );
    assert.deepEqual(attrs, {
      cfg: [
        {
          kind: 'All',
          exprs: [
            { kind: 'Flag', name: 'unix' },
            { kind: 'Not', expr: { kind: 'KeyValue', key: 'feature', value: 'x' } },
          ],
        },
      ],
      list: [
        { path: 'derive', args: '(A, B)', cfg: { kind: 'Flag', name: 'test' } },
        { path: 'inline', args: '', cfg: { kind: 'Flag', name: 'test' } },
        { path: 'lang', args: '= "y"' },
      ],
    });
    assert.deepEqual(lower('#![no_std]\n#![cfg(unix)]\nfn f() {}').tree.attrs, {
      cfg: [{ kind: 'Flag', name: 'unix' }],
      list: [{ path: 'no_std', args: '' }],
    });
  });

  it('does not depend on bodies or positions', () => {
    const before = lower('fn f() { 1 }\nimpl A { fn g() {} }').tree;
    const after = lower('// moved\n\nfn f() { if x { 2 } else { 3 } }\n\n  impl A { fn g() { h(); } }').tree;
    assert.ok(structuralEquals(before, after));
    assert.ok(!structuralEquals(before, lower('fn f() { 1 }\nimpl A { fn h() {} }').tree));
  });

  it('knows where items stand', () => {
    const text = '#[inline]\nfn f(x: u8) { 1 }\nconst X: u8 = 1 + 2;\nm!(a, b);';
    const { map } = lower(text);
    const at = (start: number, end: number) => text.slice(start, end);
    assert.deepEqual(
      [...map.ranges].map((r) => [
        at(r.start, r.end),
        at(r.nameStart, r.nameEnd),
        at(r.bodyStart, r.bodyEnd),
      ]),
      [
        ['fn f(x: u8) { 1 }', 'f', '{ 1 }'],
        ['const X: u8 = 1 + 2;', 'X', '1 + 2'],
        ['m!(a, b)', 'm', 'a, b'],
      ],
    );
  });
});
