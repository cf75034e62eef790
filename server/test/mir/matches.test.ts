/** Decision trees. Expectations were compared with `rustc --emit=mir`. */
import assert from 'node:assert/strict';
import { lines, program } from './support.ts';

const source = `
  enum E { A(D), B, C(u8) }
  fn three(e: &E) -> u8 { match e { E::A(_) => 1, E::B => 2, E::C(n) => *n } }
  fn nested(o: Option<Option<u8>>) -> u8 { match o { Some(Some(n)) => n, Some(None) => 1, None => 2 } }
  fn ints(n: u32) -> u8 { match n { 0 => 0, 1 | 2 => 1, 3..=9 => 2, _ => 3 } }
  fn strings(s: &str) -> u8 { match s { "a" => 1, "b" => 2, _ => 3 } }
  fn guard(o: Option<D>) -> u8 { match o { Some(d) if cond() => { take(d); 1 } Some(ref d) => 2, None => 3 } }
  fn or_bind(o: Result2) -> D { match o { Result2::Ok(d) | Result2::Err(d) => d } }
  enum Result2 { Ok(D), Err(D) }
  fn slices(s: &[u8]) -> u8 { match s { [] => 0, [x] => *x, [first, .., last] => *first } }
  fn let_else(o: Option<D>) -> u8 { let Some(d) = o else { return 1; }; cond(); 2 }
  fn bools(a: bool, b: bool) -> u8 { match (a, b) { (true, _) => 1, (false, true) => 2, (false, false) => 3 } }
  fn default_mode(o: &Option<D>) -> u8 { match o { Some(d) => d.0, None => 0 } }
  fn chain(a: Option<u8>, b: Option<u8>) -> u8 { if let Some(x) = a && let Some(y) = b && cond() { x } else { 0 } }
`;

function check(name: string, expected: string, options: { readonly edition?: string } = {}): void {
  assert.equal(program(source, options).flow(name), lines(expected));
}

describe('a match', () => {
  it('switches once over the variants', () => {
    check(
      'three',
      `
        0: switch -> 4, 3, 2, 1
        1: unreachable
        2: -> 5
        3: -> 5
        4: -> 5
        5: return
    `,
    );
  });

  it('tests inside a variant after the variant', () => {
    check(
      'nested',
      `
        0: switch -> 3, 2, 1
        1: unreachable
        2: switch -> 4, 5, 1
        3: -> 6
        4: -> 6
        5: -> 6
        6: return
    `,
    );
  });

  it('switches over numbers and compares with ranges after', () => {
    check(
      'ints',
      `
        0: switch -> 6, 5, 5, 2
        1: -> 7
        2: switch -> 1, 4
        3: -> 7
        4: switch -> 1, 3
        5: -> 7
        6: -> 7
        7: return
    `,
    );
  });

  it('compares strings by calls in order', () => {
    check(
      'strings',
      `
        0: call <str as core::cmp::PartialEq>::eq -> 6
        1: -> 7
        2: -> 7
        3: call <str as core::cmp::PartialEq>::eq -> 5
        4: -> 7
        5: switch -> 1, 4
        6: switch -> 3, 2
        7: return
    `,
    );
  });

  it('moves into bindings only after the guard', () => {
    check(
      'guard',
      `
        0: switch -> 2, 3, 1
        1: unreachable
        2: -> 12
        3: call cond -> 4 | 15
        4: switch -> 6, 5
        5: call take -> 7 | 15
        6: -> 12
        7: -> 12
        8*: resume
        9: return
        10: switch -> 9, 11
        11: drop (_1 as variant#1).0 -> 9
        12: switch -> 10, 9, 1
        13*: switch -> 8, 14
        14*: drop (_1 as variant#1).0 -> 8
        15*: switch -> 13, 8
    `,
    );
  });

  it('leads alternatives to one arm', () => {
    check(
      'or_bind',
      `
        0: switch -> 3, 2, 1
        1: unreachable
        2: -> 4
        3: -> 4
        4: return
    `,
    );
  });

  it('tests lengths of slices', () => {
    check(
      'slices',
      `
        0: switch -> 1, 6
        1: switch -> 3, 5
        2: unreachable
        3: switch -> 2, 4
        4: -> 7
        5: -> 7
        6: -> 7
        7: return
    `,
    );
  });

  it('leaves a let else with nothing bound', () => {
    check(
      'let_else',
      `
        0: switch -> 2, 1, 7
        1: -> 4
        2: call cond -> 3 | 5
        3: drop _3 -> 4
        4: return
        5*: drop _3 -> 6
        6*: resume
        7: unreachable
    `,
    );
  });

  it('tests a pair of bools part by part', () => {
    check(
      'bools',
      `
        0: switch -> 1, 4
        1: switch -> 2, 3
        2: -> 5
        3: -> 5
        4: -> 5
        5: return
    `,
    );
  });

  it('looks through references', () => {
    check(
      'default_mode',
      `
        0: switch -> 2, 3, 1
        1: unreachable
        2: -> 4
        3: -> 4
        4: return
    `,
    );
  });

  it('leaves a chain of lets for one else', () => {
    check(
      'chain',
      `
        0: switch -> 1, 5, 7
        1: switch -> 2, 5, 7
        2: call cond -> 3
        3: switch -> 5, 4
        4: -> 6
        5: -> 6
        6: return
        7: unreachable
    `,
      { edition: '2024' },
    );
  });
});
