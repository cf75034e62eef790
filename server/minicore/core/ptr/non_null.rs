//! A raw pointer that is never null.

use crate::cmp::Ordering;
use crate::marker::{PointeeSized, Unsize};
use crate::mem;
use crate::num::NonZero;
use crate::ops::{CoerceUnsized, DispatchFromDyn};
use crate::pin::PinCoerceUnsized;
use crate::ptr::Unique;
use crate::{fmt, hash, ptr};

#[repr(transparent)]
#[rustc_layout_scalar_valid_range_start(1)]
#[rustc_nonnull_optimization_guaranteed]
pub struct NonNull<T: PointeeSized> {
    pointer: *const T,
}

impl<T: PointeeSized> !Send for NonNull<T> {}
impl<T: PointeeSized> !Sync for NonNull<T> {}

impl<T: Sized> NonNull<T> {
    #[inline]
    pub const fn dangling() -> Self {
        unsafe { NonNull { pointer: mem::transmute::<usize, *const T>(align_of::<T>()) } }
    }
}

impl<T: PointeeSized> NonNull<T> {
    #[inline]
    pub const unsafe fn new_unchecked(ptr: *mut T) -> Self {
        unsafe { NonNull { pointer: ptr as _ } }
    }

    #[inline]
    pub const fn new(ptr: *mut T) -> Option<Self> {
        if !ptr.is_null() { Some(unsafe { Self::new_unchecked(ptr) }) } else { None }
    }

    #[inline]
    pub const fn from_ref(r: &T) -> Self {
        unsafe { NonNull { pointer: r as *const T } }
    }

    #[inline]
    pub const fn from_mut(r: &mut T) -> Self {
        unsafe { NonNull { pointer: r as *mut T } }
    }

    pub fn addr(self) -> NonZero<usize> {
        unsafe { NonZero::new_unchecked(self.as_ptr().addr()) }
    }

    #[inline(always)]
    pub const fn as_ptr(self) -> *mut T {
        self.pointer as *mut T
    }

    #[inline(always)]
    pub const unsafe fn as_ref<'a>(&self) -> &'a T {
        unsafe { &*self.as_ptr() }
    }

    #[inline(always)]
    pub const unsafe fn as_mut<'a>(&mut self) -> &'a mut T {
        unsafe { &mut *self.as_ptr() }
    }

    #[inline]
    pub const fn cast<U>(self) -> NonNull<U> {
        unsafe { NonNull { pointer: self.as_ptr() as *mut U } }
    }

    #[inline]
    pub const unsafe fn offset(self, count: isize) -> Self
    where
        T: Sized,
    {
        unsafe { NonNull { pointer: self.as_ptr().offset(count) } }
    }

    #[inline]
    pub const unsafe fn add(self, count: usize) -> Self
    where
        T: Sized,
    {
        unsafe { NonNull { pointer: self.as_ptr().add(count) } }
    }

    #[inline]
    pub const unsafe fn sub(self, count: usize) -> Self
    where
        T: Sized,
    {
        unsafe { NonNull { pointer: self.as_ptr().sub(count) } }
    }

    #[inline]
    pub const unsafe fn offset_from_unsigned(self, subtracted: NonNull<T>) -> usize
    where
        T: Sized,
    {
        unsafe { self.as_ptr().offset_from_unsigned(subtracted.as_ptr()) }
    }

    #[inline]
    pub const unsafe fn read(self) -> T
    where
        T: Sized,
    {
        unsafe { ptr::read(self.as_ptr()) }
    }

    #[inline(always)]
    pub unsafe fn drop_in_place(self) {
        unsafe { ptr::drop_in_place(self.as_ptr()) }
    }

    #[inline(always)]
    pub const unsafe fn write(self, val: T)
    where
        T: Sized,
    {
        unsafe { ptr::write(self.as_ptr(), val) }
    }
}

impl<T> NonNull<[T]> {
    #[inline]
    pub const fn slice_from_raw_parts(data: NonNull<T>, len: usize) -> Self {
        unsafe { Self::new_unchecked(ptr::slice_from_raw_parts_mut(data.as_ptr(), len)) }
    }

    #[inline]
    pub const fn len(self) -> usize {
        self.as_ptr().len()
    }

    #[inline]
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }

    #[inline]
    pub const fn as_non_null_ptr(self) -> NonNull<T> {
        self.cast()
    }

    #[inline]
    pub const fn as_mut_ptr(self) -> *mut T {
        self.as_ptr() as *mut T
    }
}

impl<T: PointeeSized> Clone for NonNull<T> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: PointeeSized> Copy for NonNull<T> {}

impl<T: PointeeSized, U: PointeeSized> CoerceUnsized<NonNull<U>> for NonNull<T> where T: Unsize<U> {}
impl<T: PointeeSized, U: PointeeSized> DispatchFromDyn<NonNull<U>> for NonNull<T> where T: Unsize<U> {}
unsafe impl<T: PointeeSized> PinCoerceUnsized for NonNull<T> {}

impl<T: PointeeSized> fmt::Debug for NonNull<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Pointer::fmt(&self.as_ptr(), f)
    }
}

impl<T: PointeeSized> fmt::Pointer for NonNull<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Pointer::fmt(&self.as_ptr(), f)
    }
}

impl<T: PointeeSized> Eq for NonNull<T> {}

impl<T: PointeeSized> PartialEq for NonNull<T> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.as_ptr() == other.as_ptr()
    }
}

impl<T: PointeeSized> Ord for NonNull<T> {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_ptr().cmp(&other.as_ptr())
    }
}

impl<T: PointeeSized> PartialOrd for NonNull<T> {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.as_ptr().partial_cmp(&other.as_ptr())
    }
}

impl<T: PointeeSized> hash::Hash for NonNull<T> {
    #[inline]
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.as_ptr().hash(state)
    }
}

impl<T: PointeeSized> From<Unique<T>> for NonNull<T> {
    #[inline]
    fn from(unique: Unique<T>) -> Self {
        unique.as_non_null_ptr()
    }
}

impl<T: PointeeSized> From<&mut T> for NonNull<T> {
    #[inline]
    fn from(r: &mut T) -> Self {
        NonNull::from_mut(r)
    }
}

impl<T: PointeeSized> From<&T> for NonNull<T> {
    #[inline]
    fn from(r: &T) -> Self {
        NonNull::from_ref(r)
    }
}
