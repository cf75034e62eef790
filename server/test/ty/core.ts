/** The lang items that the tests of the type system use: a `core` of a few lines. */
export const core = `
#![no_core]
pub mod marker {
  use crate::prelude::rust_2021::*;
  #[lang = "pointee_sized"] pub trait PointeeSized {}
  #[lang = "meta_sized"] pub trait MetaSized: PointeeSized {}
  #[lang = "sized"] pub trait Sized: MetaSized {}
  #[lang = "copy"] pub trait Copy: crate::clone::Clone {}
  #[lang = "unsize"] pub trait Unsize<T: ?Sized> {}
  #[lang = "tuple_trait"] pub trait Tuple {}
  #[lang = "discriminant_kind"] pub trait DiscriminantKind { type Discriminant; }
  #[lang = "freeze"] pub unsafe auto trait Freeze {}
  #[lang = "unpin"] pub auto trait Unpin {}
  pub unsafe auto trait Send {}
  #[lang = "sync"] pub unsafe auto trait Sync {}
  impl<T: ?Sized> !Send for *const T {}
  impl<T: ?Sized> !Send for *mut T {}
  unsafe impl<T: Sync + ?Sized> Send for &T {}
  #[lang = "phantom_data"] pub struct PhantomData<T: ?Sized>;
}
pub mod clone {
  use crate::prelude::rust_2021::*;
  #[lang = "clone"] pub trait Clone: Sized { fn clone(&self) -> Self; }
  impl Clone for u8 { fn clone(&self) -> u8 { *self } }
  impl Clone for u32 { fn clone(&self) -> u32 { *self } }
  impl crate::marker::Copy for u8 {}
  impl crate::marker::Copy for u32 {}
  impl<T: ?Sized> Clone for &T { fn clone(&self) -> Self { *self } }
}
pub mod ops {
  use crate::prelude::rust_2021::*;
  #[lang = "drop"] pub trait Drop { fn drop(&mut self); }
  #[lang = "deref"] pub trait Deref { type Target: ?Sized; fn deref(&self) -> &Self::Target; }
  #[lang = "add"] pub trait Add<Rhs = Self> { type Output; fn add(self, rhs: Rhs) -> Self::Output; }
  impl Add for u8 { type Output = u8; fn add(self, rhs: u8) -> u8 { 0 } }
  impl Add<&u8> for u8 { type Output = u8; fn add(self, rhs: &u8) -> u8 { 0 } }
  #[lang = "fn_once"] pub trait FnOnce<Args: crate::marker::Tuple> { #[lang = "fn_once_output"] type Output; fn call_once(self, args: Args) -> Self::Output; }
  #[lang = "fn_mut"] pub trait FnMut<Args: crate::marker::Tuple>: FnOnce<Args> { fn call_mut(&mut self, args: Args) -> Self::Output; }
  #[lang = "fn"] pub trait Fn<Args: crate::marker::Tuple>: FnMut<Args> { fn call(&self, args: Args) -> Self::Output; }
  #[lang = "coerce_unsized"] pub trait CoerceUnsized<T: ?Sized> {}
  impl<'a, T: ?Sized + crate::marker::Unsize<U>, U: ?Sized> CoerceUnsized<&'a U> for &'a T {}
}
pub mod ptr {
  use crate::prelude::rust_2021::*;
  #[lang = "pointee_trait"] pub trait Pointee { type Metadata; }
  #[lang = "dyn_metadata"] pub struct DynMetadata<Dyn: ?Sized>(*const Dyn);
}
pub mod mem {
  use crate::prelude::rust_2021::*;
  #[rustc_intrinsic] pub const fn size_of<T>() -> usize;
  #[rustc_intrinsic] pub const fn align_of<T>() -> usize;
  #[rustc_intrinsic] pub const fn wrapping_add<T: Copy>(a: T, b: T) -> T;
  #[lang = "manually_drop"] pub struct ManuallyDrop<T: ?Sized> { value: T }
}
pub mod boxed {
  use crate::prelude::rust_2021::*;
  #[lang = "owned_box"] pub struct Box<T: ?Sized>(*const T);
  impl<T: ?Sized> Drop for Box<T> { fn drop(&mut self) {} }
}
pub mod iter {
  use crate::prelude::rust_2021::*;
  pub trait Iterator { type Item; fn next(&mut self) -> Option<Self::Item>; }
  pub trait IntoIterator { type Item; type IntoIter: Iterator<Item = Self::Item>; fn into_iter(self) -> Self::IntoIter; }
  impl<I: Iterator> IntoIterator for I { type Item = I::Item; type IntoIter = I; fn into_iter(self) -> I { self } }
}
pub mod option {
  use crate::prelude::rust_2021::*;
  pub enum Option<T> { None, Some(T) }
  impl<T: Clone> Clone for Option<T> { fn clone(&self) -> Self { Option::None } }
  impl<T: Copy> Copy for Option<T> {}
}
pub mod cmp {
  use crate::prelude::rust_2021::*;
  #[lang = "eq"] pub trait PartialEq<Rhs: ?Sized = Self> { fn eq(&self, other: &Rhs) -> bool; }
  impl PartialEq for str { fn eq(&self, other: &str) -> bool { false } }
}
pub mod hidden {
  use crate::prelude::rust_2021::*;
  pub trait Tag { fn tag(&self) -> u8; }
  pub fn make() -> impl Tag { struct S; impl Tag for S { fn tag(&self) -> u8 { 1 } } S }
}
pub mod future {
  use crate::prelude::rust_2021::*;
  #[lang = "future_trait"] pub trait Future { #[lang = "future_output"] type Output; }
}
pub mod prelude { pub mod rust_2024 { pub use super::rust_2021::*; } pub mod rust_2021 {
  pub use crate::marker::{Copy, Send, Sized, Sync, Unpin};
  pub use crate::clone::Clone;
  pub use crate::ops::{Drop, Fn, FnMut, FnOnce};
  pub use crate::boxed::Box;
  pub use crate::iter::{IntoIterator, Iterator};
  pub use crate::option::Option::{self, None, Some};
} }
`;
