/** What becomes a call, and what does not. Expectations were compared with `rustc --emit=mir`. */
import assert from 'node:assert/strict';
import { lines, program } from './support.ts';

const source = `
  use core::ops::{Add, Deref};
  struct N(u8);
  impl Add for N { type Output = N; fn add(self, rhs: N) -> N { N(1) } }
  struct P(N);
  impl Deref for P { type Target = N; fn deref(&self) -> &N { &self.0 } }
  fn add(a: N, b: N) -> N { a + b }
  fn builtin(a: u32, b: u32) -> u32 { a + b / 2 }
  fn deref(p: &P) -> u8 { p.0.0 + (**p).0 }
  fn through(f: &dyn Fn(u8) -> u8) -> u8 { f(1) }
  fn generic<F: FnOnce(u8) -> u8>(f: F) -> u8 { f(1) }
  fn reify() -> fn() -> D { mk }
  fn closure_ptr() -> fn(u8) -> u8 { |n| n }
  fn by_ref(d: D) -> u8 { let c = || d.0; c() }
  fn by_move(d: D) { let c = move || take(d); c(); }
  fn mutated() -> u8 { let mut n = 0u8; let mut c = |k: u8| { n = k; }; c(1); n }
  fn parts(p: (D, D)) { let c = || take(p.0); c(); cond(); }
  fn clones(n: u32, r: &D) -> u32 { let q = r.clone(); n.clone() }
  fn promoted() -> &'static u8 { &7 }
  fn empty() -> &'static [D] { &[] }
  fn none() -> &'static Option<D> { &None }
  fn runtime(n: u8) -> u8 { let r = &n; *r }
  fn constant() { if true { cond(); } else { take(mk()); } }
  fn diverges() -> ! { loop {} }
  fn never(n: u8) -> u8 { if n > 1 { diverges(); } n }
  fn update(p: Two) -> Two { Two { a: mk(), ..p } }
  struct Two { a: D, b: D }
  fn index(xs: &[u8], i: usize) -> u8 { xs[i] }
  fn inline() -> usize { const { 1 + 2 } }
`;

function check(name: string, expected: string): void {
  assert.equal(program(source).flow(name), lines(expected));
}

describe('building', () => {
  it('calls the methods of overloaded operators', () => {
    check(
      'add',
      `
        0: call <N as core::ops::Add>::add -> 1
        1: return
    `,
    );
  });

  it('checks built-in arithmetic', () => {
    check(
      'builtin',
      `
        0: assert DivisionByZero -> 1
        1: assert Overflow -> 2
        2: return
    `,
    );
  });

  it('calls deref for an overloaded dereference', () => {
    check(
      'deref',
      `
        0: call <P as core::ops::Deref>::deref -> 1
        1: assert Overflow -> 2
        2: return
    `,
    );
  });

  it('calls a trait object of Fn through its trait', () => {
    check(
      'through',
      `
        0: call <dyn core::ops::Fn(u8) -> u8 as core::ops::Fn<(u8,)>>::call -> 1
        1: return
    `,
    );
  });

  it('calls a parameter through FnOnce', () => {
    check(
      'generic',
      `
        0: call <F as core::ops::FnOnce<(u8,)>>::call_once -> 1
        1: return
    `,
    );
  });

  it('calls a closure that borrows through Fn', () => {
    check(
      'by_ref',
      `
        0: call <{closure} as core::ops::Fn<()>>::call -> 1 | 3
        1: drop _1 -> 2
        2: return
        3*: drop _1 -> 4
        4*: resume
    `,
    );
  });

  it('moves captured values into a closure', () => {
    check(
      'by_move',
      `
        0: call <{closure} as core::ops::FnOnce<()>>::call_once -> 1
        1: return
    `,
    );
  });

  it('calls a closure that writes through FnMut', () => {
    check(
      'mutated',
      `
        0: call <{closure} as core::ops::FnMut<(u8,)>>::call_mut -> 1
        1: return
    `,
    );
  });

  it('captures a field and leaves its sibling', () => {
    check(
      'parts',
      `
        0: call <{closure} as core::ops::FnOnce<()>>::call_once -> 1 | 5
        1: call cond -> 2 | 5
        2: drop _1.1 -> 4
        3*: resume
        4: return
        5*: drop _1.1 -> 3
    `,
    );
  });

  it('moves out of a captured place', () => {
    check(
      'parts{0}',
      `
        0: call take -> 1
        1: return
    `,
    );
  });

  it('copies instead of cloning what is copied', () => {
    check(
      'clones',
      `
        0: return
    `,
    );
  });

  it('follows a constant condition', () => {
    check(
      'constant',
      `
        0: call cond -> 1
        1: return
    `,
    );
  });

  it('has nothing after a call that does not return', () => {
    check(
      'never',
      `
        0: switch -> 2, 1
        1: call diverges -> !
        2: return
    `,
    );
  });

  it('moves the other fields of a struct update', () => {
    check(
      'update',
      `
        0: call mk -> 1 | 2
        1: drop _1.0 -> 4
        2*: drop _1 -> 3
        3*: resume
        4: return
    `,
    );
  });

  it('checks bounds', () => {
    check(
      'index',
      `
        0: assert BoundsCheck -> 1
        1: return
    `,
    );
  });

  it('unwinds out of no foreign function', () => {
    const p = program(`
      extern "C" { fn foreign(); }
      fn calls(d: D) { unsafe { foreign() } }
    `);
    assert.equal(
      p.flow('calls'),
      lines(`
        0: call foreign -> 1
        1: drop _1 -> 2
        2: return
      `),
    );
  });

  it('calls a constructor that a variable holds', () => {
    const p = program(`fn f() -> D { let make = D; make(1) }  fn g() -> D { D(1) }`);
    assert.match(p.flow('f'), /call D -> 1/);
    assert.equal(p.flow('g'), '0: return');
  });

  it('takes out edges of variants that cannot exist', () => {
    const p = program(`
      enum Never {}
      enum Res { Ok(u8), Err(Never) }
      fn f(r: Res) -> u8 { match r { Res::Ok(n) => n, Res::Err(_) => { cond(); 0 } } }
    `);
    assert.doesNotMatch(p.flow('f'), /cond/);
  });

  it('reifies fn items and closures', () => {
    const p = program(source);
    assert.match(p.text('reify'), /mk as fn\(\) -> D \(ReifyFnPointer\)/);
    assert.match(p.text('closure_ptr'), /as fn\(u8\) -> u8 \(ClosureFnPointer\)/);
  });

  it('promotes borrows of constants only', () => {
    const p = program(source);
    for (const name of ['promoted', 'empty', 'none']) assert.equal(p.mir(name).promoteds.length, 1, name);
    assert.equal(p.mir('runtime').promoteds.length, 0);
    assert.match(p.text('none'), /= const promoted\[0\]/);
  });

  it('gives inline consts bodies of their own', () => {
    assert.match(program(source).text('inline'), /_0 = const \{constant#0\}|_0 = const /);
    assert.match(program(source).text('inline{0}'), /AddWithOverflow/);
  });
});
