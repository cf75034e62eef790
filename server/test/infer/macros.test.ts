import { check } from './support.ts';

describe('macros in bodies', () => {
  it('takes what a macro call with a semicolon ends in for a statement, which a cfg may remove', () => {
    check(`
macro_rules! log { ($($tt:tt)*) => { #[cfg(feature = "logging")] { $($tt)* } } }
macro_rules! debug { ($($tt:tt)*) => { log!(log::debug!($($tt)*)) } }
fn f() {
    debug!("nobody logs");
    let x = 1u8;
    x
  //^ u8
}`);
  });

  it('gives the value of a macro call at the end of a block', () => {
    check(`
macro_rules! twice { ($e:expr) => {{ let x = $e; x + x }} }
macro_rules! wrap { ($($tt:tt)*) => { twice!($($tt)*) } }
fn f() {
    let y = { wrap!(2u16) };
    y;
  //^ u16
}`);
  });

  it('keeps the names of a macro apart from those around it', () => {
    check(`
macro_rules! using_a { ($e:expr) => {{ let a = 42u8; $e }} }
fn f() {
    let a = 'c';
    let b = using_a!(a);
    b;
  //^ char
}`);
  });
});
