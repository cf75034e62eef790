import { check } from './goals.ts';

describe('projection', () => {
  it('takes the associated type of the impl that applies', () =>
    check(`
      trait Tr { type Out; }
      impl Tr for u8 { type Out = u32; }
      impl<T: Tr> Tr for Option<T> { type Out = (T::Out, T); }
      type A = <u8 as Tr>::Out; //= u32
      type B = <Option<Option<u8>> as Tr>::Out; //= ((u32, u8), core::option::Option<u8>)
      type C = <u32 as Tr>::Out; //= {unknown}
    `));

  it('follows blanket impls and bounds of associated types', () =>
    check(`
      struct It;
      impl Iterator for It { type Item = u8; fn next(&mut self) -> Option<u8> { None } }
      type A = <It as IntoIterator>::Item; //= u8
      type B = <<It as IntoIterator>::IntoIter as Iterator>::Item; //= u8
    `));

  it('uses where clauses for parameters, and keeps what they do not say', () =>
    check(`
      trait Tr { type Out; }
      type A<T> where T: Iterator<Item = u8> = <T as Iterator>::Item; //= u8
      type B<T> where T: Iterator = <T as Iterator>::Item; //= <T as core::iter::Iterator>::Item
      type C<T> where T: IntoIterator<Item = u32> = <T::IntoIter as Iterator>::Item; //= u32
    `));

  it('finds T::Item through supertraits', () =>
    check(`
      trait Base { type Item; }
      trait Sub: Base {}
      impl Base for u8 { type Item = u32; }
      impl Sub for u8 {}
      struct W<T>(T);
      trait Get { type R; }
      impl<T: Sub> Get for W<T> { type R = T::Item; }
      type A = <W<u8> as Get>::R; //= u32
    `));

  it('knows what trait objects say', () =>
    check(`
      trait Sub: Iterator<Item = u8> {}
      type A = <dyn Iterator<Item = u32> as Iterator>::Item; //= u32
      type B = <dyn Sub as Iterator>::Item; //= u8
    `));

  it('knows fn pointers, metadata and discriminants', () =>
    check(`
      use core::ptr::Pointee;
      use core::marker::DiscriminantKind;
      #[repr(u8)] enum E { A, B }
      struct Tail { x: u8, s: [u32] }
      type A = <fn(u8) -> u32 as FnOnce<(u8,)>>::Output; //= u32
      type B = <[u8] as Pointee>::Metadata; //= usize
      type C = <Tail as Pointee>::Metadata; //= usize
      type D = <u8 as Pointee>::Metadata; //= ()
      type F = <E as DiscriminantKind>::Discriminant; //= u8
      type G = <Option<u8> as DiscriminantKind>::Discriminant; //= isize
    `));

  it('passes arguments of generic associated types', () =>
    check(`
      trait Family { type Member<T>; }
      struct Opt;
      impl Family for Opt { type Member<T> = Option<T>; }
      type A = <Opt as Family>::Member<u8>; //= core::option::Option<u8>
    `));

  it('fills in defaults of parameters and of associated types', () =>
    check(`
      use core::ops::Add;
      struct S<T, U = Option<T>>(T, U);
      type A = S<u8>; //= S<u8>
      type B = <u8 as Add>::Output; //= u8
      type C = <S<u8> as Tr>::Out; //= core::option::Option<u8>
      trait Tr { type Out; }
      impl<T, U> Tr for S<T, U> { type Out = U; }
    `));

  it('ends on types that grow for ever', () =>
    check(`
      trait Tr { type Out; }
      impl<T> Tr for Option<T> where Option<Option<T>>: Tr { type Out = <Option<Option<T>> as Tr>::Out; }
      type A = <Option<u8> as Tr>::Out; //= {unknown}
    `));
});
