/** Drop elaboration, on programs: which scheduled drops happen. Expectations were compared with `rustc --emit=mir`. */
import assert from 'node:assert/strict';
import { lines, program } from './support.ts';

const source = `
  struct Pair { a: D, b: D }
  enum Either { Left(D), Right(u8), Both(D, D) }
  fn kept(d: D) { cond(); }
  fn moved(d: D) { take(d); cond(); }
  fn conditional(d: D) { if cond() { take(d); } }
  fn partial(p: Pair) { take(p.a); }
  fn both_parts(p: Pair) { take(p.a); take(p.b); }
  fn variant(e: Either) { if let Either::Left(d) = e { take(d); } }
  fn looped() { loop { let d = mk(); if cond() { break; } take(d); } }
  fn replaced() { let mut d = mk(); d = mk(); }
  fn late() { let d; if cond() { d = mk(); } }
  fn unwinding(a: D) { let b = mk(); let c = mk(); cond(); }
  fn generic<T>(t: T, u: T) -> T { cond(); u }
  fn copied<T: Copy>(t: T) { cond(); }
  fn boxed(b: Box<Pair>) { take(b.a); }
  fn whole_box(b: Box<D>) { let d = *b; take(d); }
  fn tupled() { let (a, _) = (mk(), mk()); cond(); }
  fn wild() { let _ = mk(); cond(); }
  fn elements(xs: [D; 3]) { let [a, _, c] = xs; take(a); }
  fn early(d: D) -> u8 { if cond() { return 1; } take(d); 2 }
`;

function check(name: string, expected: string): void {
  assert.equal(program(source).flow(name), lines(expected));
}

describe('drop elaboration', () => {
  it('drops an argument on return and on unwinding', () => {
    check(
      'kept',
      `
        0: call cond -> 1 | 3
        1: drop _1 -> 2
        2: return
        3*: drop _1 -> 4
        4*: resume
    `,
    );
  });

  it('does not drop what was surely moved', () => {
    check(
      'moved',
      `
        0: call take -> 1
        1: call cond -> 2
        2: return
    `,
    );
  });

  it('guards a drop by a flag where a move depends on the path', () => {
    check(
      'conditional',
      `
        0: call cond -> 1 | 8
        1: switch -> 3, 2
        2: call take -> 9 | 8
        3: switch -> 4, 6
        4: return
        5*: resume
        6: drop _1 -> 4
        7*: drop _1 -> 5
        8*: switch -> 5, 7
        9: -> 3
    `,
    );
  });

  it('shares the end of the chains of two exits', () => {
    check(
      'early',
      `
        0: call cond -> 1 | 8
        1: switch -> 3, 2
        2: drop _1 -> 5
        3: call take -> 4 | 8
        4: -> 5
        5: return
        6*: resume
        7*: drop _1 -> 6
        8*: switch -> 6, 7
    `,
    );
  });

  it('drops the fields that were not moved out', () => {
    check(
      'partial',
      `
        0: call take -> 1 | 4
        1: drop _1.1 -> 3
        2*: resume
        3: return
        4*: drop _1.1 -> 2
    `,
    );
  });

  it('drops no field when all were moved, but does so while unwinding', () => {
    check(
      'both_parts',
      `
        0: call take -> 1 | 5
        1: call take -> 2 | 5
        2: return
        3*: resume
        4*: drop _1.1 -> 3
        5*: switch -> 3, 4
    `,
    );
  });

  it('drops the other variants only where one was moved out of', () => {
    check(
      'variant',
      `
        0: switch -> 1, 5
        1: call take -> 8 | 7
        2*: resume
        3: return
        4: drop _1 -> 3
        5: switch -> 3, 4
        6*: drop _1 -> 2
        7*: switch -> 2, 6
        8: -> 5
    `,
    );
  });

  it('drops a variable of a loop on every way out of an iteration', () => {
    check(
      'looped',
      `
        0: -> 1
        1: call mk -> 2
        2: call cond -> 3 | 10
        3: switch -> 5, 4
        4: drop _2 -> 7
        5: call take -> 6 | 10
        6: -> 1
        7: return
        8*: resume
        9*: drop _2 -> 8
        10*: switch -> 8, 9
    `,
    );
  });

  it('drops the old value of an assignment, and assigns even if that panics', () => {
    check(
      'replaced',
      `
        0: call mk -> 1
        1: call mk -> 2 | 6
        2: drop _1 -> 3 | 4
        3: drop _1 -> 5
        4*: -> 6
        5: return
        6*: drop _1 -> 7
        7*: resume
    `,
    );
  });

  it('drops a variable that was assigned on one path only', () => {
    check(
      'late',
      `
        0: call cond -> 1
        1: switch -> 4, 2
        2: call mk -> 3
        3: -> 4
        4: switch -> 5, 6
        5: return
        6: drop _1 -> 5
    `,
    );
  });

  it('unwinds through a chain that calls enter where they stand', () => {
    check(
      'unwinding',
      `
        0: call mk -> 1 | 9
        1: call mk -> 2 | 8
        2: call cond -> 3 | 7
        3: drop _3 -> 4 | 8
        4: drop _2 -> 5 | 9
        5: drop _1 -> 6
        6: return
        7*: drop _3 -> 8
        8*: drop _2 -> 9
        9*: drop _1 -> 10
        10*: resume
    `,
    );
  });

  it('keeps drops of type parameters', () => {
    check(
      'generic',
      `
        0: call cond -> 1 | 3
        1: drop _1 -> 2
        2: return
        3*: drop _2 -> 4
        4*: drop _1 -> 5
        5*: resume
    `,
    );
  });

  it('drops no Copy type', () => {
    check(
      'copied',
      `
        0: call cond -> 1
        1: return
    `,
    );
  });

  it('drops the rest of the contents of a box, then frees it', () => {
    check(
      'boxed',
      `
        0: call take -> 1 | 7
        1: drop (*_1).1 -> 5 | 4
        2*: resume
        3: return
        4*: call <core::boxed::Box<Pair> as core::ops::Drop>::drop -> 8
        5: call <core::boxed::Box<Pair> as core::ops::Drop>::drop -> 3
        6*: call <core::boxed::Box<Pair> as core::ops::Drop>::drop -> 9
        7*: drop (*_1).1 -> 6
        8*: -> 2
        9*: -> 2
    `,
    );
  });

  it('only frees a box whose contents were moved out', () => {
    check(
      'whole_box',
      `
        0: call take -> 1 | 4
        1: call <core::boxed::Box<D> as core::ops::Drop>::drop -> 3
        2*: resume
        3: return
        4*: call <core::boxed::Box<D> as core::ops::Drop>::drop -> 2
    `,
    );
  });

  it('drops a part of a temporary that no pattern took at the end of the statement', () => {
    check(
      'tupled',
      `
        0: call mk -> 1
        1: call mk -> 2 | 6
        2: drop _2.1 -> 8 | 5
        3: drop _1 -> 4
        4: return
        5*: drop _1 -> 7
        6*: drop _3 -> 7
        7*: resume
        8: call cond -> 3 | 5
    `,
    );
  });

  it('drops at once what a wildcard does not bind', () => {
    check(
      'wild',
      `
        0: call mk -> 1
        1: drop _1 -> 2
        2: call cond -> 3
        3: return
    `,
    );
  });

  it('tracks elements of arrays on their own and drops the others together', () => {
    check(
      'elements',
      `
        0: call take -> 1 | 3
        1: drop _3 -> 2 | 6
        2: drop _1[1:2] -> 5
        3*: drop _3 -> 6
        4*: resume
        5: return
        6*: drop _1[1:2] -> 4
    `,
    );
  });
});
