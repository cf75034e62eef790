/** How long temporaries live. Expectations were compared with `rustc --emit=mir`. */
import assert from 'node:assert/strict';
import { lines, program } from './support.ts';

const source = `
  struct S<'a> { r: &'a D, n: u8 }
  fn field(d: &D) -> u8 { 1 }
  fn statement() { field(&mk()); cond(); }
  fn tail() -> u8 { let a = mk(); field(&mk()) }
  fn extended() { let r = &mk(); cond(); }
  fn extended_field() { let s = S { r: &mk(), n: 1 }; cond(); }
  fn extended_ctor() { let s = Some(&mk()); cond(); }
  fn not_extended() { let n = field(&mk()); cond(); }
  fn by_ref_binding() { let ref r = mk(); cond(); }
  fn scrutinee() { match field(&mk()) { 1 => { cond(); } _ => {} } cond(); }
  fn if_let(o: &D) { if let 1 = field(&mk()) { cond(); } else { take(mk()); } cond(); }
  fn condition() { if field(&mk()) > 1 { cond(); } }
  fn operand() { if cond() && field(&mk()) > 1 { cond(); } }
  fn arm_scope(o: Option<u8>) { match o { Some(n) if field(&mk()) == n => {} _ => {} } }
`;

function check(name: string, expected: string, options: { readonly edition?: string } = {}): void {
  assert.equal(program(source, options).flow(name), lines(expected));
}

describe('a temporary', () => {
  it('ends with the statement', () => {
    check(
      'statement',
      `
        0: call mk -> 1
        1: call field -> 2 | 5
        2: drop _4 -> 3
        3: call cond -> 4
        4: return
        5*: drop _4 -> 6
        6*: resume
    `,
    );
  });

  it('of a tail outlives the variables of the block before edition 2024', () => {
    check(
      'tail',
      `
        0: call mk -> 1
        1: call mk -> 2 | 8
        2: call field -> 3 | 6
        3: drop _1 -> 4 | 7
        4: drop _4 -> 5
        5: return
        6*: drop _1 -> 7
        7*: drop _4 -> 9
        8*: drop _1 -> 9
        9*: resume
    `,
    );
  });

  it('of a tail ends before the variables of the block since edition 2024', () => {
    check(
      'tail',
      `
        0: call mk -> 1
        1: call mk -> 2 | 7
        2: call field -> 3 | 6
        3: drop _4 -> 4 | 7
        4: drop _1 -> 5
        5: return
        6*: drop _4 -> 7
        7*: drop _1 -> 8
        8*: resume
    `,
      { edition: '2024' },
    );
  });

  it('borrowed by a let lives as long as its variable', () => {
    check(
      'extended',
      `
        0: call mk -> 1
        1: call cond -> 2 | 4
        2: drop _2 -> 3
        3: return
        4*: drop _2 -> 5
        5*: resume
    `,
    );
  });

  it('borrowed in a struct literal of a let is extended', () => {
    check(
      'extended_field',
      `
        0: call mk -> 1
        1: call cond -> 2 | 4
        2: drop _4 -> 3
        3: return
        4*: drop _4 -> 5
        5*: resume
    `,
    );
  });

  it('borrowed in a constructor call of a let is extended', () => {
    check(
      'extended_ctor',
      `
        0: call mk -> 1
        1: call cond -> 2 | 4
        2: drop _3 -> 3
        3: return
        4*: drop _3 -> 5
        5*: resume
    `,
    );
  });

  it('borrowed by an argument is not extended', () => {
    check(
      'not_extended',
      `
        0: call mk -> 1
        1: call field -> 2 | 5
        2: drop _4 -> 3
        3: call cond -> 4
        4: return
        5*: drop _4 -> 6
        6*: resume
    `,
    );
  });

  it('bound by reference is extended', () => {
    check(
      'by_ref_binding',
      `
        0: call mk -> 1
        1: call cond -> 2 | 4
        2: drop _2 -> 3
        3: return
        4*: drop _2 -> 5
        5*: resume
    `,
    );
  });

  it('of a scrutinee lives to the end of the match statement', () => {
    check(
      'scrutinee',
      `
        0: call mk -> 1
        1: call field -> 2 | 7
        2: switch -> 3, 4
        3: call cond -> 9 | 7
        4: drop _5 -> 5
        5: call cond -> 6
        6: return
        7*: drop _5 -> 8
        8*: resume
        9: -> 4
    `,
    );
  });

  it('of if let lives through else before edition 2024', () => {
    check(
      'if_let',
      `
        0: call mk -> 1
        1: call field -> 2 | 9
        2: switch -> 3, 4
        3: call cond -> 11 | 9
        4: call mk -> 5 | 9
        5: call take -> 12 | 9
        6: drop _6 -> 7
        7: call cond -> 8
        8: return
        9*: drop _6 -> 10
        10*: resume
        11: -> 6
        12: -> 6
    `,
    );
  });

  it('of if let ends before else since edition 2024', () => {
    check(
      'if_let',
      `
        0: call mk -> 1
        1: call field -> 2 | 10
        2: switch -> 3, 5
        3: call cond -> 4 | 10
        4: drop _6 -> 8
        5: drop _6 -> 6
        6: call mk -> 7
        7: call take -> 8
        8: call cond -> 9
        9: return
        10*: drop _6 -> 11
        11*: resume
    `,
      { edition: '2024' },
    );
  });

  it('of a condition ends before the branches', () => {
    check(
      'condition',
      `
        0: call mk -> 1
        1: call field -> 2 | 7
        2: switch -> 5, 3
        3: drop _5 -> 4
        4: call cond -> 6
        5: drop _5 -> 6
        6: return
        7*: drop _5 -> 8
        8*: resume
    `,
    );
  });

  it('of an operand of && ends with it', () => {
    check(
      'operand',
      `
        0: call cond -> 1
        1: switch -> 8, 2
        2: call mk -> 3
        3: call field -> 4 | 9
        4: switch -> 7, 5
        5: drop _6 -> 6
        6: call cond -> 8
        7: drop _6 -> 8
        8: return
        9*: drop _6 -> 10
        10*: resume
    `,
    );
  });

  it('of a guard ends with the guard', () => {
    check(
      'arm_scope',
      `
        0: switch -> 1, 7, 10
        1: call mk -> 2
        2: call field -> 3 | 8
        3: switch -> 6, 4
        4: drop _9 -> 5
        5: -> 7
        6: drop _9 -> 7
        7: return
        8*: drop _9 -> 9
        9*: resume
        10: unreachable
    `,
    );
  });
});
