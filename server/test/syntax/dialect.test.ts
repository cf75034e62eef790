import assert from 'node:assert/strict';
import '../support.ts';
import { lowerItems } from '../../src/hir/lowerItems.ts';
import { blankDialect } from '../../src/syntax/dialect.ts';
import { parser } from '../../src/syntax/parser.ts';

/** What tree-sitter-rust does not know, as std and other users of unstable features write it. */
const sources = [
  'impl<T: [const] Clone + [const] Destruct> const Clone for Option<T> {}',
  'const impl<T> Clone for Option<T> {}',
  'impl const Default for X {}',
  'impl<T, const N: usize> const PartialEq<[T; N]> for [T; N] {}',
  'pub const trait From<T>: Sized {}',
  'pub const unsafe trait A {}',
  'pub unsafe auto trait Send {}',
  'auto trait Freeze {}',
  'unsafe extern "C" { pub safe fn f(); unsafe fn g(); safe static X: u8; unsafe static Y: u8; }',
  'pub macro m($x:expr) { $x + 1 }',
  'pub(crate) macro m { () => { 1 }, ($x:ty) => { 2 } }',
  'trait Alias<T> = Fn(T) + Send;',
  'trait NoAlias<T: Fn(u8) -> Option<u8> = fn(u8) -> Option<u8>> { fn f(t: T); }',
  'fn f() { m! { x } <_ as A<true>>::f(x); if y {} <u8 as B>::g() }',
  'impl A for B { default const X: u8 = 1; default type T = u8; default fn f() {} }',
  'fn f<T: ~const Fn()>() where T: const Fn() {}',
  'fn f() { let f = const || 1; let g = const move |x| x; let h = #[cold] |x| x; }',
  'impl<> Foo for Bar<> {}',
  'fn f() { let x: for<> fn() = g; }',
  'unsafe impl !Send for X {}',
  'default impl<T> Clone for T {}',
  'fn f(T { 0: x, 1: S { 0: ref y, .. } }: T) -> T { T { 0: 1, 1: x } }',
  'fn f(S { #[cfg(a)] x, .. }: S) { let T { y, # [ cfg ( b ) ] #[c] z: 1, #[d] .. } = s else { return }; }',
  'fn f() -> &mut [MaybeUninit::<u8>] { todo!() }',
  "impl A::<u8> for B::<u8> where C::<u8>: D { type A<'a> = (T::A::<'a>, U::B::<Vec::<u8>, 'a>,); }",
  'fn f<T: Into::<u8>>(a: Vec::<u8>) -> a::Vec::<u8> { let b: Vec::<u8> = f::<a::B::<u8>>(a as B::<u8>); b::<u8>(); b }',
  "fn f() -> impl Ord + use<> { g::<u8>() } fn g<'a>() -> impl use<> + Ord + use<'a> { 1 }",
  'fn f(a: Vec::<A>, b: A::<>) { super::action0::<>(a, b); A::<>::new() }',
  'struct A where B: C; pub struct D<T: E<u8>> where T: Fn(u8) + F; struct G(u8);',
  'trait A: where Self: B {} trait C<T: D<u8>>: where T: E {} trait F: {}',
  'impl<T:, U> A for T where (): B<T>, T:, U: C, { fn f<V:>(a: (), (): ()) where U: {} }',
  'struct A { a: Vec::<B<u8>> }',
  'fn f() -> impl for<> Fn() { f::<1, -2>(); g([1, -0x100, -0x2, 3]) }',
  'fn f() { u8::<_, A>(f32::<u8>()); str![["a"]].raw(); u8::MAX; str::len("") }',
  'fn f() { if a.b() as size_t <= c && d as *const a::B <= e as *const a::B { } }',
  'fn f() { l.map(|end| ..=end).map(|a| a..=b); 0..<u8>::MAX; &l[..<T as A>::B]; S { ..<S>::c() } }',
];

describe('dialect', () => {
  for (const source of sources) {
    it(`parses ${source}`, () => {
      assert.equal(blankDialect(source).length, source.length);
      assert.equal(parser().parse(source).hasError, false);
      assert.equal(parser().parse(source, { elideBodies: true }).hasError, false);
    });
  }

  it('changes nothing else', () => {
    for (const source of [
      'const fn f() -> *const u8 { &raw const X }',
      'fn f(x: *const impl Thin) {}',
      'const X: u8 = 1; static mut Y: u8 = 2; unsafe fn g() {}',
      "fn f() { 'a: loop { const { 1 } } }",
    ])
      assert.equal(blankDialect(source), source);
  });

  it('leaves the ends of comments alone', () => {
    const source = '// and so it is safe\nunsafe fn f() {}';
    assert.equal(blankDialect(source).indexOf('\n'), source.indexOf('\n'));
  });

  it('keeps what the blanked words say', () => {
    const { items } = lowerItems(
      parser().parse(
        'pub unsafe auto trait Send {} trait A {} trait B = C + D; pub macro m($x:expr) { $x } mod m {}',
      ),
      0,
    ).tree;
    assert.deepEqual(
      items.map((i) => [i.kind, i.name, i.visibility.kind]),
      [
        ['Trait', 'Send', 'Public'],
        ['Trait', 'A', 'Private'],
        ['TraitAlias', 'B', 'Private'],
        ['MacroRules', 'm', 'Public'],
        ['Mod', 'm', 'Private'],
      ],
    );
    const [send, a, b, m] = items;
    assert.ok(send?.kind === 'Trait' && send.isAuto);
    assert.ok(a?.kind === 'Trait' && !a.isAuto);
    assert.ok(b?.kind === 'TraitAlias' && b.bounds.length === 2);
    assert.ok(m?.kind === 'MacroRules' && m.isMacro2 && m.body.trim() === '($x:expr) { $x }');
  });
});
