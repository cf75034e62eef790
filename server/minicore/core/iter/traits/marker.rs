//! Promises an iterator makes about itself.

pub trait FusedIterator: Iterator {}

impl<I: FusedIterator + ?Sized> FusedIterator for &mut I {}

pub unsafe trait TrustedLen: Iterator {}

unsafe impl<I: TrustedLen + ?Sized> TrustedLen for &mut I {}

pub unsafe trait TrustedStep: crate::iter::Step + Copy {}
