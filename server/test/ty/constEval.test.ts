import { check } from './goals.ts';

describe('constants in types', () => {
  it('evaluates literals, consts and arithmetic', () =>
    check(`
      const N: usize = 3;
      const M: usize = N * 2 + 1;
      const NEG: i32 = -7 / 2;
      struct S<const K: i32>;
      struct B<const F: bool>;
      type A = [u8; N]; //= [u8; 3]
      type C = [u8; M]; //= [u8; 7]
      type D = [u8; N + 1]; //= [u8; 4]
      type E = [u8; (1 << 4) | 0x0f]; //= [u8; 31]
      type F = S<NEG>; //= S<-3>
      type G = B<{ N > 2 && !false }>; //= B<true>
      type H = [u8; 300u16 as u8 as usize]; //= [u8; 44]
    `));

  it('runs const functions, with loops, matches and references', () =>
    check(`
      const fn fib(n: usize) -> usize { if n < 2 { n } else { fib(n - 1) + fib(n - 2) } }
      const fn sum(limit: usize) -> usize {
        let mut total = 0;
        let mut i = 0;
        while i < limit { i += 1; if i == 3 { continue; } total += i; }
        total
      }
      enum Shape { Dot, Line(usize), Box { w: usize, h: usize } }
      const fn size(s: &Shape) -> usize { match s { Shape::Dot => 1, Shape::Line(n) => *n, Shape::Box { w, h } => *w * *h } }
      const fn pick(t: (usize, usize)) -> usize { let (a, b) = t; match a { 0 => b, 1..=5 | 9 => a, _ => 100 } }
      const fn set(a: &mut usize) { *a = 12; }
      const fn assigned() -> usize { let mut x = 1; set(&mut x); x }
      const fn labelled() -> usize { let mut n = 0; 'outer: loop { loop { n += 1; if n > 4 { break 'outer; } } } n }
      type A = [u8; fib(10)]; //= [u8; 55]
      type B = [u8; sum(5)]; //= [u8; 12]
      type C = [u8; size(&Shape::Box { w: 3, h: 4 })]; //= [u8; 12]
      type D = [u8; size(&Shape::Dot) + size(&Shape::Line(8))]; //= [u8; 9]
      type E = [u8; pick((4, 0)) + pick((0, 2)) + pick((7, 1))]; //= [u8; 106]
      type F = [u8; assigned()]; //= [u8; 12]
      type G = [u8; labelled()]; //= [u8; 5]
      type H = [u8; { const T: [usize; 3] = [4, 5, 6]; T[1] }]; //= [u8; 5]
    `));

  it('finds associated consts of impls and traits', () =>
    check(`
      trait Len { const N: usize; const TWICE: usize = Self::N * 2; }
      impl Len for u8 { const N: usize = 2; }
      impl<T: Len> Len for Option<T> { const N: usize = T::N + 1; const TWICE: usize = 0; }
      struct Own;
      impl Own { const K: usize = 9; }
      type A = [u8; <u8 as Len>::N]; //= [u8; 2]
      type B = [u8; <u8 as Len>::TWICE]; //= [u8; 4]
      type C = [u8; <Option<Option<u8>> as Len>::N]; //= [u8; 4]
      type D = [u8; Own::K]; //= [u8; 9]
      struct Arr<const N: usize>;
      trait Double { type Out; }
      impl<const N: usize> Double for Arr<N> { type Out = [u8; N]; }
      type E = <Arr<{ 2 + 3 }> as Double>::Out; //= [u8; 5]
    `));

  it('wraps only where the program says so', () =>
    check(`
      use core::mem::wrapping_add;
      const W: u8 = wrapping_add(250u8, 10);
      const fn over() -> u8 { 250u8 + 10 }
      struct S<const K: u8>;
      trait Id { type Out; }
      type A = S<W>; //= S<4>
      type B = S<{ over() }>; //= S<{ over() }>
    `));

  it('evaluates inline consts in the copy at hand', () =>
    check(`
      use core::mem::size_of;
      const fn wide<T>() -> usize { const { size_of::<T>() * 2 } }
      type A = [u8; wide::<u32>()]; //= [u8; 8]
      type B = [u8; wide::<u8>()]; //= [u8; 2]
    `));

  it('gives no value to what runs for ever', () =>
    check(`
      const fn spin() -> usize { loop {} }
      const fn deep(n: usize) -> usize { deep(n + 1) }
      const SELF: usize = SELF + 1;
      type A = [u8; spin()]; //= [u8; spin()]
      type B = [u8; deep(0)]; //= [u8; deep(0)]
      type C = [u8; SELF]; //= [u8; SELF]
    `));
});

describe('layout', () => {
  // Each number is what rustc says.
  it('of scalars, pointers and products', () =>
    check(`
      use core::mem::{align_of, size_of};
      trait Tr {}
      struct Mixed { a: u8, b: u64, c: u8 }
      #[repr(C)] struct InOrder { a: u8, b: u64, c: u8 }
      #[repr(packed)] struct Packed { a: u8, b: u64 }
      #[repr(align(32))] struct Aligned(u8);
      union U { a: u8, b: [u16; 3] }
      type A = [u8; size_of::<(u8, u32, u8)>()]; //= [u8; 8]
      type B = [u8; size_of::<Mixed>()]; //= [u8; 16]
      type C = [u8; size_of::<InOrder>()]; //= [u8; 24]
      type D = [u8; size_of::<Packed>()]; //= [u8; 9]
      type E = [u8; size_of::<Aligned>()]; //= [u8; 32]
      type F = [u8; size_of::<U>()]; //= [u8; 6]
      type G = [u8; size_of::<&str>()]; //= [u8; 16]
      type H = [u8; size_of::<&dyn Tr>()]; //= [u8; 16]
      type I = [u8; size_of::<&u8>()]; //= [u8; 8]
      type J = [u8; size_of::<[u16; 5]>()]; //= [u8; 10]
      type K = [u8; align_of::<u128>()]; //= [u8; 16]
      type L = [u8; size_of::<fn()>() + size_of::<char>() + size_of::<()>()]; //= [u8; 12]
    `));

  it('of enums', () =>
    check(`
      use core::mem::size_of;
      enum Void {}
      struct NonZero(pattern_type!(u32 is 1..));
      struct Half(pattern_type!(usize is 0..=HALF));
      const HALF: usize = 0x7fff_ffff_ffff_ffff;
      type Half2 = [u8; size_of::<Option<Option<Half>>>()]; //= [u8; 8]
      type NonZero1 = [u8; size_of::<Option<NonZero>>()]; //= [u8; 4]
      type NonZero2 = [u8; size_of::<Option<Option<NonZero>>>()]; //= [u8; 8]
      enum Two { A, B }
      enum Data { A(u8), B(u32) }
      enum Wide { A = 1, B = 300 }
      #[repr(u16)] enum Repr { A, B(u8) }
      type A = [u8; size_of::<Void>()]; //= [u8; 0]
      type B = [u8; size_of::<Two>()]; //= [u8; 1]
      type C = [u8; size_of::<Data>()]; //= [u8; 8]
      type D = [u8; size_of::<Wide>()]; //= [u8; 2]
      type E = [u8; size_of::<Repr>()]; //= [u8; 4]
      type F = [u8; size_of::<Option<&u8>>()]; //= [u8; 8]
      type G = [u8; size_of::<Option<u8>>()]; //= [u8; 2]
      type H = [u8; size_of::<Option<Option<bool>>>()]; //= [u8; 1]
      type I = [u8; size_of::<Option<char>>()]; //= [u8; 4]
      type J = [u8; size_of::<Option<Void>>()]; //= [u8; 0]
      type K = [u8; size_of::<Option<Two>>()]; //= [u8; 1]
    `));
});
