//! Traits of `str`.

use super::ParseBoolError;
use crate::cmp::Ordering;
use crate::ops;
use crate::ptr;
use crate::slice::SliceIndex;

impl Ord for str {
    #[inline]
    fn cmp(&self, other: &str) -> Ordering {
        self.as_bytes().cmp(other.as_bytes())
    }
}

impl PartialEq for str {
    #[inline]
    fn eq(&self, other: &str) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl Eq for str {}

impl PartialOrd for str {
    #[inline]
    fn partial_cmp(&self, other: &str) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<I> ops::Index<I> for str
where
    I: SliceIndex<str>,
{
    type Output = I::Output;

    #[inline]
    fn index(&self, index: I) -> &I::Output {
        index.index(self)
    }
}

impl<I> ops::IndexMut<I> for str
where
    I: SliceIndex<str>,
{
    #[inline]
    fn index_mut(&mut self, index: I) -> &mut I::Output {
        index.index_mut(self)
    }
}

#[inline(never)]
#[cold]
#[track_caller]
fn slice_error_fail(s: &str, begin: usize, end: usize) -> ! {
    panic!("byte range {begin}..{end} is not at char boundaries of a string of {} bytes", s.len())
}

unsafe impl SliceIndex<str> for ops::Range<usize> {
    type Output = str;

    #[inline]
    fn get(self, slice: &str) -> Option<&Self::Output> {
        if self.start <= self.end && slice.is_char_boundary(self.start) && slice.is_char_boundary(self.end) {
            Some(unsafe { &*self.get_unchecked(slice) })
        } else {
            None
        }
    }

    #[inline]
    fn get_mut(self, slice: &mut str) -> Option<&mut Self::Output> {
        if self.start <= self.end && slice.is_char_boundary(self.start) && slice.is_char_boundary(self.end) {
            Some(unsafe { &mut *self.get_unchecked_mut(slice) })
        } else {
            None
        }
    }

    #[inline]
    unsafe fn get_unchecked(self, slice: *const str) -> *const Self::Output {
        let slice = slice as *const [u8];
        unsafe {
            ptr::slice_from_raw_parts(slice.as_ptr().add(self.start), self.end - self.start) as *const str
        }
    }

    #[inline]
    unsafe fn get_unchecked_mut(self, slice: *mut str) -> *mut Self::Output {
        let slice = slice as *mut [u8];
        unsafe {
            ptr::slice_from_raw_parts_mut(slice.as_mut_ptr().add(self.start), self.end - self.start)
                as *mut str
        }
    }

    #[inline]
    fn index(self, slice: &str) -> &Self::Output {
        let (start, end) = (self.start, self.end);
        match self.get(slice) {
            Some(s) => s,
            None => slice_error_fail(slice, start, end),
        }
    }

    #[inline]
    fn index_mut(self, slice: &mut str) -> &mut Self::Output {
        if self.start <= self.end && slice.is_char_boundary(self.start) && slice.is_char_boundary(self.end) {
            unsafe { &mut *self.get_unchecked_mut(slice) }
        } else {
            slice_error_fail(slice, self.start, self.end)
        }
    }
}

macro_rules! str_index_by_range {
    ($($range:ty, |$this:ident, $len:ident| $as_range:expr;)*) => {$(
        unsafe impl SliceIndex<str> for $range {
            type Output = str;

            #[inline]
            fn get(self, slice: &str) -> Option<&str> {
                let ($this, $len) = (self, slice.len());
                ($as_range).get(slice)
            }

            #[inline]
            fn get_mut(self, slice: &mut str) -> Option<&mut str> {
                let ($this, $len) = (self, slice.len());
                ($as_range).get_mut(slice)
            }

            #[inline]
            unsafe fn get_unchecked(self, slice: *const str) -> *const str {
                let ($this, $len) = (self, (slice as *const [u8]).len());
                unsafe { ($as_range).get_unchecked(slice) }
            }

            #[inline]
            unsafe fn get_unchecked_mut(self, slice: *mut str) -> *mut str {
                let ($this, $len) = (self, (slice as *mut [u8]).len());
                unsafe { ($as_range).get_unchecked_mut(slice) }
            }

            #[inline]
            fn index(self, slice: &str) -> &str {
                let ($this, $len) = (self, slice.len());
                ($as_range).index(slice)
            }

            #[inline]
            fn index_mut(self, slice: &mut str) -> &mut str {
                let ($this, $len) = (self, slice.len());
                ($as_range).index_mut(slice)
            }
        }
    )*};
}

str_index_by_range! {
    ops::RangeTo<usize>, |this, _len| 0..this.end;
    ops::RangeFrom<usize>, |this, len| this.start..len;
    ops::RangeFull, |_this, len| 0..len;
    ops::RangeInclusive<usize>, |this, _len| this.into_slice_range();
    ops::RangeToInclusive<usize>, |this, _len| 0..this.end + 1;
}

pub trait FromStr: Sized {
    type Err;

    fn from_str(s: &str) -> Result<Self, Self::Err>;
}

impl FromStr for bool {
    type Err = ParseBoolError;

    #[inline]
    fn from_str(s: &str) -> Result<bool, ParseBoolError> {
        match s {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(ParseBoolError),
        }
    }
}
