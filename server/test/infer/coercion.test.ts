import { check } from './support.ts';

describe('coercions', () => {
  it('reborrows references', () => {
    check(`
fn take(r: &mut u8) {}
fn share(r: &u8) {}
fn f(m: &mut u8, s: &u8) {
    take(m);
       //^ adj Deref(u8), Borrow(&mut u8)
    share(m);
        //^ adj Deref(u8), Borrow(&u8)
    share(s);
        //^ adj Deref(u8), Borrow(&u8)
}`);
  });

  it('dereferences to the type that is asked for', () => {
    check(`
fn take(s: &str) {}
fn change(s: &mut [u8]) {}
fn f(b: Box<String>, mut v: Vec<u8>) {
    take(&b);
       //^^ adj Deref(std::boxed::Box<std::string::String>), Deref(std::string::String), DerefImm(str), Borrow(&str)
    change(&mut v);
         //^^^^^^ adj Deref(std::vec::Vec<u8>), DerefMut([u8]), Borrow(&mut [u8])
}`);
  });

  it('unsizes arrays, to trait objects, and inside smart pointers', () => {
    check(`
use std::rc::Rc;
trait T {}
impl T for u8 {}
fn f() {
    let a: &[u8] = &[1, 2];
                 //^^^^^^^ adj Deref([u8; 2]), Borrow(&[u8; 2]), Unsize(&[u8])
    let b: Box<dyn T> = Box::new(1u8);
                      //^^^^^^^^^^^^^ adj Unsize(std::boxed::Box<dyn T>)
    let c: Rc<dyn Fn(u8) -> u8> = Rc::new(|x| x);
                                         //^ u8
    let d: Box<[u8]> = Box::new([0; 4]);
                     //^^^^^^^^^^^^^^^^ adj Unsize(std::boxed::Box<[u8]>)
}`);
  });

  it('upcasts trait objects', () => {
    check(`
trait A {}
trait B: A {}
fn f(b: &dyn B) -> &dyn A {
    b
  //^ adj Deref(dyn B), Borrow(&dyn B), Unsize(&dyn A)
}`);
  });

  it('makes fn pointers of items and of closures that capture nothing', () => {
    check(`
fn id(x: u8) -> u8 { x }
fn f() {
    let a: fn(u8) -> u8 = id;
                        //^^ adj ReifyFnPointer(fn(u8) -> u8)
    let b: fn(u8) -> u8 = |x| x;
                        //^^^^^ adj ClosureFnPointer(fn(u8) -> u8)
    let c: unsafe fn(u8) -> u8 = id;
                               //^^ adj ReifyFnPointer(fn(u8) -> u8), UnsafeFnPointer(unsafe fn(u8) -> u8)
}`);
  });

  it('makes raw pointers', () => {
    check(`
fn take(p: *const u8) {}
fn f(r: &u8, m: *mut u8) {
    take(r);
       //^ adj Deref(u8), Borrow(*const u8)
    take(m);
       //^ adj MutToConstPointer(*const u8)
}`);
  });

  it('merges different functions into a pointer', () => {
    check(`
fn one() -> u8 { 1 }
fn two() -> u8 { 2 }
fn f(c: bool) {
    let g = if c { one } else { two };
      //^ fn() -> u8
    let h = [one, two, || 3];
      //^ [fn() -> u8; 3]
    let i = if c { one } else { one };
      //^ one
}`);
  });

  it('gives a later branch the chance to win', () => {
    check(`
trait T {}
impl T for u8 {}
fn f(c: bool, a: &u8, b: &dyn T) {
    let x = match c { true => a, false => return };
      //^ &u8
    let y: &dyn T = if c { a } else { b };
                         //^ adj Deref(u8), Borrow(&u8), Unsize(&dyn T)
    let z = if c { panic!() } else { 1u8 };
      //^ u8
}`);
  });

  it('keeps never out of what it meets', () => {
    check(`
fn f(c: bool) -> u32 {
    let x = loop { break 5 };
      //^ u32
    let y = match c { true => x, false => return 0 };
                                        //^^^^^^^^ !
    let z: u8 = { return y; };
    loop {}
}`);
  });

  it('coerces what a call returns where that is expected', () => {
    check(`
trait T {}
struct S;
impl T for S {}
fn f() -> Vec<Box<dyn T>> {
    let mut v = Vec::new();
    v.push(Box::new(S) as Box<dyn T>);
    v.push(Box::new(S));
         //^^^^^^^^^^^ adj Unsize(std::boxed::Box<dyn T>)
    v
  //^ std::vec::Vec<std::boxed::Box<dyn T>>
}`);
  });
});
