//! Size and alignment of a block of memory.

use crate::error::Error;
use crate::fmt;
use crate::mem::SizedTypeProperties;
use crate::ptr::NonNull;

#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
#[lang = "alloc_layout"]
pub struct Layout {
    size: usize,
    align: usize,
}

impl Layout {
    #[inline]
    pub const fn from_size_align(size: usize, align: usize) -> Result<Self, LayoutError> {
        if align.is_power_of_two() && size <= isize::MAX as usize - (align - 1) {
            Ok(Layout { size, align })
        } else {
            Err(LayoutError)
        }
    }

    #[inline]
    pub const unsafe fn from_size_align_unchecked(size: usize, align: usize) -> Self {
        Layout { size, align }
    }

    #[inline]
    pub const fn size(&self) -> usize {
        self.size
    }

    #[inline]
    pub const fn align(&self) -> usize {
        self.align
    }

    #[inline]
    pub const fn new<T>() -> Self {
        <T as SizedTypeProperties>::LAYOUT
    }

    #[inline]
    pub const fn for_value<T: ?Sized>(t: &T) -> Self {
        Layout { size: size_of_val(t), align: align_of_val(t) }
    }

    #[inline]
    pub const unsafe fn for_value_raw<T: ?Sized>(t: *const T) -> Self {
        unsafe { Layout { size: crate::mem::size_of_val_raw(t), align: crate::mem::align_of_val_raw(t) } }
    }

    #[inline]
    pub const fn dangling_ptr(&self) -> NonNull<u8> {
        unsafe { NonNull::new_unchecked(crate::ptr::without_provenance_mut(self.align)) }
    }

    #[inline]
    pub const fn pad_to_align(&self) -> Layout {
        let size = (self.size + self.align - 1) & !(self.align - 1);
        Layout { size, align: self.align }
    }

    #[inline]
    pub const fn extend(&self, next: Self) -> Result<(Self, usize), LayoutError> {
        let align = if self.align > next.align { self.align } else { next.align };
        let offset = (self.size + next.align - 1) & !(next.align - 1);
        match Layout::from_size_align(offset + next.size, align) {
            Ok(layout) => Ok((layout, offset)),
            Err(err) => Err(err),
        }
    }

    #[inline]
    pub const fn array<T>(n: usize) -> Result<Self, LayoutError> {
        match size_of::<T>().checked_mul(n) {
            Some(size) => Layout::from_size_align(size, align_of::<T>()),
            None => Err(LayoutError),
        }
    }
}

#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct LayoutError;

impl Error for LayoutError {}

impl fmt::Display for LayoutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("invalid parameters to Layout::from_size_align")
    }
}
