//! Indexing slices by positions and ranges.

use crate::ops::{self, Bound, Range, RangeBounds};
use crate::ptr;

impl<T, I> ops::Index<I> for [T]
where
    I: SliceIndex<[T]>,
{
    type Output = I::Output;

    #[inline(always)]
    fn index(&self, index: I) -> &I::Output {
        index.index(self)
    }
}

impl<T, I> ops::IndexMut<I> for [T]
where
    I: SliceIndex<[T]>,
{
    #[inline(always)]
    fn index_mut(&mut self, index: I) -> &mut I::Output {
        index.index_mut(self)
    }
}

#[inline(never)]
#[cold]
#[track_caller]
const fn slice_index_fail(start: usize, end: usize, len: usize) -> ! {
    if start > len {
        panic!("range start index out of range for slice")
    }
    if end > len {
        panic!("range end index out of range for slice")
    }
    panic!("slice index starts after its end")
}

mod private_slice_index {
    use super::ops;

    pub trait Sealed {}

    impl Sealed for usize {}
    impl Sealed for ops::Range<usize> {}
    impl Sealed for ops::RangeTo<usize> {}
    impl Sealed for ops::RangeFrom<usize> {}
    impl Sealed for ops::RangeFull {}
    impl Sealed for ops::RangeInclusive<usize> {}
    impl Sealed for ops::RangeToInclusive<usize> {}
    impl Sealed for (ops::Bound<usize>, ops::Bound<usize>) {}
}

pub unsafe trait SliceIndex<T: ?Sized>: private_slice_index::Sealed {
    type Output: ?Sized;

    fn get(self, slice: &T) -> Option<&Self::Output>;

    fn get_mut(self, slice: &mut T) -> Option<&mut Self::Output>;

    unsafe fn get_unchecked(self, slice: *const T) -> *const Self::Output;

    unsafe fn get_unchecked_mut(self, slice: *mut T) -> *mut Self::Output;

    #[track_caller]
    fn index(self, slice: &T) -> &Self::Output;

    #[track_caller]
    fn index_mut(self, slice: &mut T) -> &mut Self::Output;
}

unsafe impl<T> SliceIndex<[T]> for usize {
    type Output = T;

    #[inline]
    fn get(self, slice: &[T]) -> Option<&T> {
        if self < slice.len() { unsafe { Some(&*slice.as_ptr().add(self)) } } else { None }
    }

    #[inline]
    fn get_mut(self, slice: &mut [T]) -> Option<&mut T> {
        if self < slice.len() { unsafe { Some(&mut *slice.as_mut_ptr().add(self)) } } else { None }
    }

    #[inline]
    unsafe fn get_unchecked(self, slice: *const [T]) -> *const T {
        unsafe { slice.as_ptr().add(self) }
    }

    #[inline]
    unsafe fn get_unchecked_mut(self, slice: *mut [T]) -> *mut T {
        unsafe { slice.as_mut_ptr().add(self) }
    }

    #[inline]
    fn index(self, slice: &[T]) -> &T {
        &(*slice)[self]
    }

    #[inline]
    fn index_mut(self, slice: &mut [T]) -> &mut T {
        &mut (*slice)[self]
    }
}

unsafe impl<T> SliceIndex<[T]> for ops::Range<usize> {
    type Output = [T];

    #[inline]
    fn get(self, slice: &[T]) -> Option<&[T]> {
        if self.start <= self.end && self.end <= slice.len() {
            unsafe { Some(&*self.get_unchecked(slice)) }
        } else {
            None
        }
    }

    #[inline]
    fn get_mut(self, slice: &mut [T]) -> Option<&mut [T]> {
        if self.start <= self.end && self.end <= slice.len() {
            unsafe { Some(&mut *self.get_unchecked_mut(slice)) }
        } else {
            None
        }
    }

    #[inline]
    unsafe fn get_unchecked(self, slice: *const [T]) -> *const [T] {
        unsafe { ptr::slice_from_raw_parts(slice.as_ptr().add(self.start), self.end - self.start) }
    }

    #[inline]
    unsafe fn get_unchecked_mut(self, slice: *mut [T]) -> *mut [T] {
        unsafe { ptr::slice_from_raw_parts_mut(slice.as_mut_ptr().add(self.start), self.end - self.start) }
    }

    #[inline(always)]
    fn index(self, slice: &[T]) -> &[T] {
        let Range { start, end } = self;
        if start > end || end > slice.len() {
            slice_index_fail(start, end, slice.len())
        }
        unsafe { &*(start..end).get_unchecked(slice) }
    }

    #[inline]
    fn index_mut(self, slice: &mut [T]) -> &mut [T] {
        let Range { start, end } = self;
        if start > end || end > slice.len() {
            slice_index_fail(start, end, slice.len())
        }
        unsafe { &mut *(start..end).get_unchecked_mut(slice) }
    }
}

macro_rules! slice_index_by_range {
    ($($range:ty, |$this:ident, $len:ident| $as_range:expr;)*) => {$(
        unsafe impl<T> SliceIndex<[T]> for $range {
            type Output = [T];

            #[inline]
            fn get(self, slice: &[T]) -> Option<&[T]> {
                let ($this, $len) = (self, slice.len());
                ($as_range).get(slice)
            }

            #[inline]
            fn get_mut(self, slice: &mut [T]) -> Option<&mut [T]> {
                let ($this, $len) = (self, slice.len());
                ($as_range).get_mut(slice)
            }

            #[inline]
            unsafe fn get_unchecked(self, slice: *const [T]) -> *const [T] {
                let ($this, $len) = (self, slice.len());
                unsafe { ($as_range).get_unchecked(slice) }
            }

            #[inline]
            unsafe fn get_unchecked_mut(self, slice: *mut [T]) -> *mut [T] {
                let ($this, $len) = (self, slice.len());
                unsafe { ($as_range).get_unchecked_mut(slice) }
            }

            #[inline(always)]
            fn index(self, slice: &[T]) -> &[T] {
                let ($this, $len) = (self, slice.len());
                ($as_range).index(slice)
            }

            #[inline]
            fn index_mut(self, slice: &mut [T]) -> &mut [T] {
                let ($this, $len) = (self, slice.len());
                ($as_range).index_mut(slice)
            }
        }
    )*};
}

slice_index_by_range! {
    ops::RangeTo<usize>, |this, _len| 0..this.end;
    ops::RangeFrom<usize>, |this, len| this.start..len;
    ops::RangeFull, |_this, len| 0..len;
    ops::RangeInclusive<usize>, |this, _len| this.into_slice_range();
    ops::RangeToInclusive<usize>, |this, _len| 0..this.end + 1;
    (Bound<usize>, Bound<usize>), |this, len| into_slice_range(len, this);
}

fn into_slice_range(len: usize, (start, end): (Bound<usize>, Bound<usize>)) -> Range<usize> {
    let start = match start {
        Bound::Included(start) => start,
        Bound::Excluded(start) => start + 1,
        Bound::Unbounded => 0,
    };
    let end = match end {
        Bound::Included(end) => end + 1,
        Bound::Excluded(end) => end,
        Bound::Unbounded => len,
    };
    start..end
}

#[track_caller]
pub fn range<R>(range: R, bounds: ops::RangeTo<usize>) -> Range<usize>
where
    R: RangeBounds<usize>,
{
    let len = bounds.end;
    let start = range.start_bound().cloned();
    let end = range.end_bound().cloned();
    let range = into_slice_range(len, (start, end));
    if range.start > range.end || range.end > len {
        slice_index_fail(range.start, range.end, len)
    }
    range
}
