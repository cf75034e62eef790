import { check } from './support.ts';

describe('control flow', () => {
  it('gives blocks that cannot be left the type never', () => {
    check(`
fn f(c: bool) -> u8 {
    let a = if c { 1u16 } else { return 2 };
          //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ u16
    let b = match c {};
    let d = 'l: { if c { break 'l 1i8 } 2 };
                                      //^ i8
    loop {}
  //^^^^^^^ !
}`);
  });

  it('takes the value of loops from their breaks', () => {
    check(`
fn f(c: bool) {
    let a = loop { if c { break 3u8 } };
          //^^^^^^^^^^^^^^^^^^^^^^^^^^^ u8
    let b = loop { if c { break } };
          //^^^^^^^^^^^^^^^^^^^^^^^ ()
    let d = while c {};
          //^^^^^^^^^^ ()
    let e = for i in 0..3 { i; };
                          //^ i32
}`);
  });

  it('converts errors at a question mark', () => {
    check(`
struct E;
impl From<u8> for E { fn from(x: u8) -> E { E } }
fn g() -> Result<char, u8> { Ok('c') }
fn f() -> Result<bool, E> {
    let c = g()?;
          //^^^^ char
    let o = (|| { let n: u16 = Some(1)?; Some(n) })();
          //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ std::option::Option<u16>
    Ok(c == 'x')
}`);
  });

  it('iterates by IntoIterator', () => {
    check(`
fn f(v: Vec<String>, a: [u8; 2]) {
    for s in &v { s; }
                //^ &std::string::String
    for s in v { s; }
               //^ std::string::String
    for (i, b) in a.iter().enumerate() { i; b; }
                                       //^ usize
                                          //^ &u8
}`);
  });

  it('binds let chains and let else', () => {
    check(
      `
fn f(o: Option<Option<u8>>) -> u8 {
    let Some(i) = o else { return 0 };
    if let Some(x) = i && x > 1 { x } else { 2 }
                                //^ u8
}`,
      { edition: '2024' },
    );
  });

  it('falls back to unit for what never came, before 2024', () => {
    const source = (expected: string) => `
fn make<T: Default>() -> T { T::default() }
fn f(c: bool) {
    if c { return };
    let x = match c { true => make(), false => return };
                            //^^^^^^ ${expected}
}`;
    check(source('()'), { edition: '2021' });
  });

  it('leaves a try block at a question mark in it', () => {
    check(`
#![feature(try_blocks)]
fn g() -> Option<char> { None }
fn f() -> u8 {
    let o = try { g()?; 2u16 };
          //^^^^^^^^^^^^^^^^^^ std::option::Option<u16>
    1
}`);
  });

  it('lets ranges and jumps take an operand that starts with a prefix', () => {
    check(`
fn f(k: &usize, s: &[u8]) -> i32 {
    0..*k - 1;
  //^^^^^^^^^ std::ops::Range<usize>
    3..=*k;
  //^^^^^^ std::ops::RangeInclusive<usize>
    let x = 'a: loop { break 'a &s[0..1] };
          //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ &[u8]
    return -1
}`);
  });

  it('takes ranges of all forms', () => {
    check(`
fn f(v: &[u8]) {
    1..2u8;
  //^^^^^^ std::ops::Range<u8>
    ..=3u8;
  //^^^^^^ std::ops::RangeToInclusive<u8>
    &v[1..=2];
     //^^^^^ std::ops::RangeInclusive<usize>
    ..;
  //^^ std::ops::RangeFull
}`);
  });
});
