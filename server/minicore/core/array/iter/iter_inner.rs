//! The state of an array iterator, usable without its length as a const argument: methods are instantiated for
//! the unsized form, once for each element type.

use crate::fmt;
use crate::mem::MaybeUninit;
use crate::ops::{NeverShortCircuit, Range, Try};

#[doc(hidden)]
pub trait PartialDrop {
    unsafe fn partial_drop(&mut self, alive: Range<usize>);
}

impl<T> PartialDrop for [MaybeUninit<T>] {
    unsafe fn partial_drop(&mut self, alive: Range<usize>) {
        unsafe { self.get_unchecked_mut(alive).assume_init_drop() }
    }
}

impl<T, const N: usize> PartialDrop for [MaybeUninit<T>; N] {
    unsafe fn partial_drop(&mut self, alive: Range<usize>) {
        let slice: &mut [MaybeUninit<T>] = self;
        unsafe { slice.partial_drop(alive) }
    }
}

pub struct PolymorphicIter<DATA: ?Sized>
where
    DATA: PartialDrop,
{
    start: usize,
    end: usize,
    data: DATA,
}

impl<DATA: ?Sized> PolymorphicIter<DATA>
where
    DATA: PartialDrop,
{
    #[inline]
    pub(super) const fn len(&self) -> usize {
        self.end - self.start
    }
}

impl<DATA: ?Sized> Drop for PolymorphicIter<DATA>
where
    DATA: PartialDrop,
{
    #[inline]
    fn drop(&mut self) {
        unsafe { self.data.partial_drop(self.start..self.end) }
    }
}

impl<T, const N: usize> PolymorphicIter<[MaybeUninit<T>; N]> {
    #[inline]
    pub(super) const unsafe fn new_unchecked(start: usize, end: usize, data: [MaybeUninit<T>; N]) -> Self {
        Self { start, end, data }
    }
}

impl<T: Clone, const N: usize> Clone for PolymorphicIter<[MaybeUninit<T>; N]> {
    fn clone(&self) -> Self {
        let data = [const { MaybeUninit::uninit() }; N];
        let mut new = Self { start: 0, end: 0, data };
        let mut i = self.start;
        while i < self.end {
            new.data[new.end].write(unsafe { self.data[i].assume_init_ref() }.clone());
            new.end += 1;
            i += 1;
        }
        new
    }
}

impl<T> PolymorphicIter<[MaybeUninit<T>]> {
    #[inline]
    pub(super) fn as_slice(&self) -> &[T] {
        unsafe { self.data[self.start..self.end].assume_init_ref() }
    }

    #[inline]
    pub(super) fn next(&mut self) -> Option<T> {
        if self.start == self.end {
            return None;
        }
        self.start += 1;
        Some(unsafe { self.data[self.start - 1].assume_init_read() })
    }

    #[inline]
    pub(super) fn size_hint(&self) -> (usize, Option<usize>) {
        let len = self.len();
        (len, Some(len))
    }

    #[inline]
    pub(super) fn fold<B>(&mut self, init: B, f: impl FnMut(B, T) -> B) -> B {
        self.try_fold(init, NeverShortCircuit::wrap_mut_2(f)).0
    }

    #[inline]
    pub(super) fn try_fold<B, F, R>(&mut self, init: B, mut f: F) -> R
    where
        F: FnMut(B, T) -> R,
        R: Try<Output = B>,
    {
        let mut accum = init;
        while let Some(elem) = self.next() {
            accum = f(accum, elem)?;
        }
        R::from_output(accum)
    }

    #[inline]
    pub(super) fn next_back(&mut self) -> Option<T> {
        if self.start == self.end {
            return None;
        }
        self.end -= 1;
        Some(unsafe { self.data[self.end].assume_init_read() })
    }
}

impl<T: fmt::Debug> fmt::Debug for PolymorphicIter<[MaybeUninit<T>]> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IntoIter").field(&self.as_slice()).finish()
    }
}
