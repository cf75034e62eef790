import { check } from './support.ts';

describe('inference of literals and operators', () => {
  it('defaults integers to i32 and floats to f64', () => {
    check(`
fn f() {
    let a = 1;
          //^ i32
    let b = 1.5;
          //^^^ f64
    let c = 2u8;
          //^^^ u8
    let d = -3;
          //^^ i32
}`);
  });

  it('takes the type of a number from its use', () => {
    check(`
fn take(x: u64) -> f32 { 0.5 }
fn f() {
    let a = 1;
          //^ u64
    let b = take(a) + 1.0;
                    //^^^ f32
          //^^^^^^^^^^^^^ f32
}`);
  });

  it('keeps operators of primitives built in', () => {
    check(`
fn f(a: u8, b: &u8) {
    a + 1;
  //^^^^^ -> nothing
    a << 3i64;
  //^^^^^^^^^ u8
    a + b;
  //^^^^^ -> <u8 as std::ops::Add<&u8>>::add
    a == 3;
  //^^^^^^ -> nothing
    !a;
  //^^ -> nothing
    b == &1;
  //^^^^^^^ -> <&u8 as std::cmp::PartialEq>::eq
}`);
  });

  it('drops the borrows of a comparison that turns out to be built in', () => {
    check(`
fn f() {
    let mut x = Default::default();
    let same = x == x;
             //^ adj none
    let y: u32 = x;
    x += 1;
  //^ adj none
}`);
  });

  it('calls the traits of overloaded operators', () => {
    check(`
use std::ops::{Add, AddAssign, Neg};
#[derive(Clone, Copy)]
struct V(i32);
impl Add for V { type Output = V; fn add(self, o: V) -> V { V(self.0 + o.0) } }
impl Add<i32> for V { type Output = bool; fn add(self, o: i32) -> bool { true } }
impl AddAssign<V> for V { fn add_assign(&mut self, o: V) {} }
impl Neg for V { type Output = i64; fn neg(self) -> i64 { 0 } }
fn f(mut v: V) {
    v + v;
  //^^^^^ -> <V as std::ops::Add>::add
    v + 1;
  //^^^^^ bool
    v += v;
  //^ adj Borrow(&mut V)
    -v;
  //^^ i64
}`);
  });

  it('indexes arrays and slices without a call, and everything else with one', () => {
    check(`
fn f(a: [u8; 3], s: &[u16], v: Vec<u32>, i: usize) {
    a[0];
  //^^^^ -> nothing
    s[i];
  //^^^^ u16
  //^ adj Deref([u16])
    v[i];
  //^^^^ -> <std::vec::Vec<u32> as std::ops::Index<usize>>::index
  //^ adj Borrow(&std::vec::Vec<u32>)
    a[1..];
  //^^^^^^ [u8]
}`);
  });
});
