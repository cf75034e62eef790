//! Promises an iterator makes about itself.

#[rustc_unsafe_specialization_marker]
pub trait FusedIterator: Iterator {}

impl<I: FusedIterator + ?Sized> FusedIterator for &mut I {}

#[rustc_unsafe_specialization_marker]
pub unsafe trait TrustedLen: Iterator {}

unsafe impl<I: TrustedLen + ?Sized> TrustedLen for &mut I {}

#[rustc_specialization_trait]
pub unsafe trait TrustedStep: crate::iter::Step + Copy {}
