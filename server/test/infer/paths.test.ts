import { check } from './support.ts';

describe('paths of values', () => {
  it('finds associated functions and consts of types, traits and parameters', () => {
    check(`
trait Tr { const N: u16; fn make() -> Self; fn id<U>(u: U) -> U { u } }
struct S<T>(T);
impl<T> S<T> { const K: char = 'k'; fn new(t: T) -> Self { Self(t) } }
impl Tr for u8 { const N: u16 = 1; fn make() -> u8 { 0 } }
fn f<T: Tr>() {
    S::new(1u8);
  //^^^^^^^^^^^ S<u8>
    S::<char>::new;
  //^^^^^^^^^^^^^^ S::<char>::new
    S::<bool>::K;
  //^^^^^^^^^^^^ char
    <u8 as Tr>::make();
  //^^^^^^^^^^^^^^^^^^ u8
    u8::make();
  //^^^^^^^^ <u8 as Tr>::make
    T::make();
  //^^^^^^^ <T as Tr>::make
    T::N;
  //^^^^ u16
    T::id::<bool>;
  //^^^^^^^^^^^^^ <T as Tr>::id::<bool>
    let x: u8 = Tr::make();
              //^^^^^^^^ <u8 as Tr>::make
}`);
  });

  it('makes values and functions of constructors', () => {
    check(`
#[derive(Clone)] struct Unit;
struct Tuple<T>(T, u8);
enum E<T> { A, B(T), C { x: T } }
impl<T> E<T> { fn b(t: T) -> Self { Self::B(t) } }
fn f() {
    Unit;
  //^^^^ Unit
    Tuple('c', 1);
  //^^^^^^^^^^^^^ Tuple<char>
    let e: E<u8> = E::A;
    E::B(2u16);
  //^^^^^^^^^^ E<u16>
    E::C { x: true };
  //^^^^^^^^^^^^^^^^ E<bool>
    [1u8, 2].map(Some);
               //^^^^ std::option::Option::<u8>::Some
}`);
  });

  it('expands aliases, and Self in every position', () => {
    check(`
type Pair<T> = (T, T);
type Bytes = Vec<u8>;
struct P<T> { x: T }
impl<T: Default> P<T> {
    fn new() -> Self { Self { x: T::default() } }
    fn again() -> Self { Self::new() }
                       //^^^^^^^^^^^ P<T>
}
fn f() {
    let p: Pair<u8> = (1, 2);
                     //^ u8
    Bytes::new();
  //^^^^^^^^^^^^ std::vec::Vec<u8>
}`);
  });

  it('infers parameters with defaults in expressions', () => {
    check(`
use std::collections::HashMap;
fn f() {
    let mut m = HashMap::new();
    m.insert(1u8, 'c');
    m;
  //^ std::collections::HashMap<u8, char>
}`);
  });

  it('passes const parameters', () => {
    check(`
fn len<const N: usize>(a: [u8; N]) -> usize { N }
                                            //^ usize
struct B<const N: usize>;
impl<const N: usize> B<N> { fn get(&self) -> [u8; N] { [0; N] } }
fn f() {
    len([1, 2, 3]);
  //^^^ len::<3>
    B::<4>.get();
  //^^^^^^^^^^^^ [u8; 4]
}`);
  });

  it('normalizes associated types in signatures', () => {
    check(`
trait Shape { type Unit; fn unit(&self) -> Self::Unit; }
struct M;
impl Shape for M { type Unit = u32; fn unit(&self) -> u32 { 1 } }
fn get<S: Shape>(s: &S) -> S::Unit { s.unit() }
                                   //^^^^^^^^ <S as Shape>::Unit
fn f() {
    get(&M);
  //^^^^^^^ u32
}`);
  });

  it('calls through trait objects with their arguments', () => {
    check(`
trait Conv<A> { type Out; fn conv(&self, a: A) -> Self::Out; }
fn f(c: &dyn Conv<u8, Out = char>) {
    c.conv(1);
  //^^^^^^^^^ char
}`);
  });
});
