import { strict as assert } from 'node:assert';
import { crateDefMap } from '../../src/hir/defMap/defMap.ts';
import { defData } from '../../src/hir/defs.ts';
import { infer } from '../../src/ty/infer/infer.ts';
import { fixture } from '../fixture.ts';
import { core } from '../ty/core.ts';
import { check, inferProgram } from './support.ts';

describe('method resolution', () => {
  it('tries by value, by reference, by mutable reference, at each dereference', () => {
    check(`
struct S;
impl S {
    fn value(self) {}
    fn shared(&self) {}
    fn unique(&mut self) {}
}
fn f(mut s: S, b: &mut Box<S>) {
    s.shared();
  //^ adj Borrow(&S)
    s.unique();
  //^ adj Borrow(&mut S)
    b.unique();
  //^ adj Deref(std::boxed::Box<S>), Deref(S), Borrow(&mut S)
    s.value();
  //^ adj none
}`);
  });

  it('takes inherent methods before those of traits, but only at the same step', () => {
    check(`
trait Tr { fn m(&self) -> u8 { 0 } fn by_value(self) -> u8 where Self: Sized { 0 } }
struct S;
impl S { fn m(&self) -> u16 { 0 } fn by_value(&self) -> u16 { 0 } }
impl Tr for S {}
fn f(s: S) {
    s.m();
  //^^^^^ u16
    s.by_value();
  //^^^^^^^^^^^^ u8
}`);
  });

  it('clones the reference where the referent cannot be cloned', () => {
    check(`
struct NoClone;
fn f<T>(a: &NoClone, b: &Vec<u8>, c: &T) {
    a.clone();
  //^^^^^^^^^ &NoClone
    b.clone();
  //^^^^^^^^^ std::vec::Vec<u8>
    c.clone();
  //^^^^^^^^^ &T
}`);
  });

  it('finds methods through where clauses, bounds and supertraits', () => {
    check(`
trait Base { fn base(&self) -> u8; }
trait Sub: Base { fn sub(&self) -> u16; }
mod hidden { pub trait Far { fn far(&self) -> u32 { 0 } } }
fn f<T: Sub + hidden::Far>(t: T, d: &dyn Sub) {
    t.base();
  //^^^^^^^^ -> <T as Base>::base
    t.far();
  //^^^^^^^ u32
    d.base();
  //^^^^^^^^ u8
  //^ adj Deref(dyn Sub), Borrow(&dyn Sub)
}`);
  });

  it('needs extension traits in scope', () => {
    check(
      `
mod m {
    pub trait Ext { fn ext(&self) -> u8 { 0 } }
    impl Ext for u8 {}
}
fn without(x: u8) {
    x.ext();
}
fn with(x: u8) {
    use m::Ext as _;
    x.ext();
  //^^^^^^^ u8
}`,
      { unresolved: ['method ext'] },
    );
  });

  it('sees the private traits of its own module', () => {
    check(`
mod m {
    trait Spec { fn spec(&self) -> u8 { 0 } }
    impl<T> Spec for Vec<T> {}
    pub fn f(v: Vec<char>) {
        v.spec();
      //^^^^^^^^ u8
    }
}`);
  });

  it('has the trait of an impl in scope inside it', () => {
    check(`
mod m { pub trait Tr { fn tr(&self) -> u8; } impl Tr for u8 { fn tr(&self) -> u8 { 1 } } }
struct S(u8);
impl m::Tr for S {
    fn tr(&self) -> u8 {
        self.0.tr()
      //^^^^^^^^^^^ -> <u8 as m::Tr>::tr
    }
}`);
  });

  it('skips private methods and fields on the way', () => {
    check(`
mod m {
    pub struct Wrap(pub super::Inner);
    impl Wrap { fn len(&self) -> u8 { 0 } }
    pub struct Named { len: u8, pub inner: super::Inner }
    impl std::ops::Deref for Wrap { type Target = super::Inner; fn deref(&self) -> &super::Inner { &self.0 } }
    impl std::ops::Deref for Named { type Target = super::Inner; fn deref(&self) -> &super::Inner { &self.inner } }
}
pub struct Inner { len: u32 }
impl Inner { fn len(&self) -> u16 { 0 } }
fn f(w: m::Wrap, n: m::Named) {
    w.len();
  //^^^^^^^ u16
    n.len;
  //^^^^^ u32
}`);
  });

  it('takes self in smart pointers', () => {
    check(`
use std::rc::Rc;
use std::pin::Pin;
struct S;
impl S { fn rc(self: Rc<Self>) {} fn by(self: &Rc<Self>) {} fn pin(self: Pin<&mut Self>) {} fn bx(self: Box<Self>) {} }
fn f(r: Rc<S>, p: Pin<&mut S>, b: Box<S>) {
    r.by();
  //^ adj Borrow(&std::rc::Rc<S>)
    r.rc();
  //^ adj none
    p.pin();
  //^^^^^^^ -> S::pin
    b.bx();
  //^^^^^^ -> S::bx
}`);
  });

  it('unsizes arrays by reference only', () => {
    check(`
fn f(mut a: [u8; 3]) {
    a.iter();
  //^ adj Borrow(&[u8; 3]), Unsize(&[u8])
    a.reverse();
  //^ adj Borrow(&mut [u8; 3]), Unsize(&mut [u8])
    a.len();
  //^^^^^^^ usize
}`);
  });

  it('makes overloaded places mutable where they are used so', () => {
    check(`
fn f(mut v: Vec<Vec<u8>>, mut b: Box<Vec<u8>>) {
    v[0].push(1);
  //^ adj Borrow(&mut std::vec::Vec<std::vec::Vec<u8>>)
    v[0][1] = 2;
  //^^^^ -> <std::vec::Vec<std::vec::Vec<u8>> as std::ops::IndexMut<usize>>::index_mut
    let r = &mut v[0];
               //^ adj Borrow(&mut std::vec::Vec<std::vec::Vec<u8>>)
    b[0] += 1;
  //^ adj Deref(std::vec::Vec<u8>), Borrow(&mut std::vec::Vec<u8>)
    let n = v[0].len();
          //^ adj Borrow(&std::vec::Vec<std::vec::Vec<u8>>)
}`);
  });

  it('passes turbofish arguments on', () => {
    check(`
fn f() {
    let v = (0..3u8).map(|x| x + 1).collect::<Vec<_>>();
      //^ std::vec::Vec<u8>
    let n = "4".parse::<u16>().unwrap();
      //^ u16
}`);
  });

  it('infers arguments of methods that it cannot find, and counts each once', () => {
    const program = inferProgram(`
fn f(x: u8) {
    x.missing(|y: u16| y.also_missing(), 1u64);
}`);
    const result = program.result('f');
    assert.deepEqual(
      result.unresolved.map((u) => `${u.cause} ${u.detail}`),
      ['method also_missing', 'method missing'],
    );
    assert.equal(result.closures.size, 1);
  });

  it('iterates arrays and boxed slices by value from their edition on', () => {
    const source = (array: string, boxed: string) => `
fn f(a: [u8; 2], b: Box<[char]>) {
    let x = a.into_iter().next().unwrap();
    x;
  //^ ${array}
    let y = b.into_iter().next().unwrap();
    y;
  //^ ${boxed}
}`;
    check(source('&u8', '&char'), { edition: '2018' });
    check(source('u8', '&char'), { edition: '2021' });
    check(source('u8', 'char'), { edition: '2024' });
  });

  it('prefers stable methods to unstable ones, unless their feature is on', () => {
    const returned = (attribute: string): string => {
      const { db, crate } = fixture(`
//- /main.rs crate:main
${attribute}
trait Ext { fn half(self) -> bool { true } }
impl Ext for u8 {}
fn f(n: u8) { n.half(); }
//- /core/lib.rs crate:core
${core}
impl u8 { #[unstable(feature = "halves", issue = "none")] pub fn half(self) -> u8 { self } }`);
      const def = [...crateDefMap(db, crate('main')).defs.keys()].find((d) => defData(d).name === 'f')!;
      const result = infer(db, def);
      return result.exprTypes[[...result.methods.keys()][0]!]!.kind;
    };
    assert.equal(returned(''), 'Bool');
    assert.equal(returned('#![feature(halves)]'), 'Uint');
  });
});
