import { strict as assert } from 'node:assert';
import { check, inferProgram } from './support.ts';

describe('patterns', () => {
  it('looks through references, and binds accordingly', () => {
    check(`
struct P { x: String, y: Option<u8> }
fn f(p: &P, m: &mut P, n: &&Option<(u8, String)>) {
    let P { x, y } = p;
          //^ &std::string::String
    let P { y: Some(n1), .. } = m else { return };
                  //^^ &mut u8
    if let Some((a, b)) = n {
                  //^ &std::string::String
        *a;
      //^^ u8
    }
}`);
  });

  it('starts from by-value again under a reference pattern', () => {
    check(`
fn f(o: &Option<&u8>, t: &(u8, &mut u8)) {
    if let Some(&x) = o {
               //^ u8
    }
    let &(a, _) = t;
        //^ u8
}`);
  });

  it('resets the mode at mut before the 2024 edition', () => {
    const source = `
fn f(o: &Option<u8>) {
    if let Some(mut x) = o {
        x += 1;
      //^ u8
    }
}`;
    check(source, { edition: '2021' });
  });

  it('tells consts, variants and bindings apart', () => {
    const program = inferProgram(`
const LIMIT: u8 = 3;
enum E { A, B(u16) }
use E::*;
fn f(n: u8, e: E) {
    match n { LIMIT => {}, other => {} }
    match e { A => {}, B(x) => {} }
}`);
    const kinds = [...program.result('f').patPaths.values()].map((v) => v.kind);
    assert.deepEqual(kinds, ['Const', 'Ctor', 'Ctor']);
  });

  it('matches slices and arrays', () => {
    check(`
fn f(s: &[u8], a: [u16; 4], v: Vec<String>) {
    if let [first, .., last] = s {
          //^^^^^ &u8
    }
    let [x, rest @ ..] = a;
    rest;
  //^^^^ [u16; 3]
    match v.as_slice() {
        [one] => one,
               //^^^ &std::string::String
        [head, tail @ ..] => &tail[0],
                            //^^^^ &[std::string::String]
        [] => return,
    };
    match s { b"ab" => {}, _ => {} }
}`);
  });

  it('binds the same names in each alternative', () => {
    check(`
enum E { A(u8), B { n: u8 } }
fn f(e: &E) -> u8 {
    match e { E::A(x) | E::B { n: x } => *x }
                 //^ &u8
}`);
  });

  it('matches tuples with a rest', () => {
    check(`
struct T(u8, u16, u32);
fn f(t: T, u: (u8, char, bool)) {
    let T(a, .., c) = t;
               //^ u32
    let (.., z) = u;
           //^ bool
}`);
  });

  it('borrows places mutably for ref mut', () => {
    check(`
fn f(mut b: Vec<Option<u8>>) {
    let ref mut r = b[0];
                  //^ adj Borrow(&mut std::vec::Vec<std::option::Option<u8>>)
    match b[0] { Some(ref mut x) => {}, None => {} }
        //^ adj Borrow(&mut std::vec::Vec<std::option::Option<u8>>)
    match b[0] { Some(ref x) => {}, None => {} }
        //^ adj Borrow(&std::vec::Vec<std::option::Option<u8>>)
}`);
  });
});
