//! Methods of `*const T`.

use super::*;
use crate::cmp::Ordering::{Equal, Greater, Less};
use crate::intrinsics;
use crate::marker::PointeeSized;

impl<T: PointeeSized> *const T {
    #[inline]
    pub const fn is_null(self) -> bool {
        unsafe { crate::mem::transmute::<*const (), usize>(self as *const ()) == 0 }
    }

    #[inline(always)]
    pub const fn cast<U>(self) -> *const U {
        self as _
    }

    #[inline(always)]
    pub fn addr(self) -> usize {
        self as *const () as usize
    }

    #[inline(always)]
    pub fn expose_provenance(self) -> usize {
        self as *const () as usize
    }

    #[inline]
    pub const unsafe fn as_ref<'a>(self) -> Option<&'a T> {
        if self.is_null() { None } else { unsafe { Some(&*self) } }
    }

    #[inline(always)]
    pub const unsafe fn offset(self, count: isize) -> *const T
    where
        T: Sized,
    {
        unsafe { intrinsics::offset(self, count) }
    }

    #[inline(always)]
    pub const fn wrapping_offset(self, count: isize) -> *const T
    where
        T: Sized,
    {
        unsafe { intrinsics::arith_offset(self as *const T, count) as *const T }
    }

    #[inline]
    pub const unsafe fn offset_from(self, origin: *const T) -> isize
    where
        T: Sized,
    {
        unsafe { intrinsics::ptr_offset_from(self as *const T, origin) }
    }

    #[inline]
    pub const unsafe fn offset_from_unsigned(self, origin: *const T) -> usize
    where
        T: Sized,
    {
        unsafe { intrinsics::ptr_offset_from_unsigned(self as *const T, origin) }
    }

    #[inline(always)]
    pub const unsafe fn add(self, count: usize) -> Self
    where
        T: Sized,
    {
        unsafe { intrinsics::offset(self, count) }
    }

    #[inline(always)]
    pub const unsafe fn sub(self, count: usize) -> Self
    where
        T: Sized,
    {
        unsafe { intrinsics::offset(self, intrinsics::unchecked_sub(0, count as isize)) }
    }

    #[inline(always)]
    pub const fn wrapping_add(self, count: usize) -> Self
    where
        T: Sized,
    {
        self.wrapping_offset(count as isize)
    }

    #[inline(always)]
    pub const fn wrapping_sub(self, count: usize) -> Self
    where
        T: Sized,
    {
        self.wrapping_offset((count as isize).wrapping_neg())
    }

    #[inline]
    pub const unsafe fn read(self) -> T
    where
        T: Sized,
    {
        unsafe { read(self) }
    }

    #[inline]
    pub unsafe fn read_volatile(self) -> T
    where
        T: Sized,
    {
        unsafe { read_volatile(self) }
    }

    #[inline]
    pub const unsafe fn read_unaligned(self) -> T
    where
        T: Sized,
    {
        unsafe { read_unaligned(self) }
    }

    #[inline]
    pub const unsafe fn copy_to(self, dest: *mut T, count: usize)
    where
        T: Sized,
    {
        unsafe { copy(self, dest, count) }
    }

    #[inline]
    pub const unsafe fn copy_to_nonoverlapping(self, dest: *mut T, count: usize)
    where
        T: Sized,
    {
        unsafe { copy_nonoverlapping(self, dest, count) }
    }

    pub fn is_aligned(self) -> bool
    where
        T: Sized,
    {
        self.addr() % align_of::<T>() == 0
    }

    #[inline(always)]
    pub const fn cast_mut(self) -> *mut T {
        self as _
    }

    #[inline(always)]
    pub const unsafe fn as_ref_unchecked<'a>(self) -> &'a T {
        unsafe { &*self }
    }
}

impl<T> *const [T] {
    #[inline]
    pub const fn len(self) -> usize {
        metadata(self)
    }

    #[inline(always)]
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }

    #[inline]
    pub const fn as_ptr(self) -> *const T {
        self as *const T
    }
}

impl<T: PointeeSized> PartialEq for *const T {
    #[inline(always)]
    fn eq(&self, other: &*const T) -> bool {
        *self == *other
    }
}

impl<T: PointeeSized> Eq for *const T {}

impl<T: PointeeSized> Ord for *const T {
    #[inline]
    fn cmp(&self, other: &*const T) -> Ordering {
        if self < other {
            Less
        } else if self == other {
            Equal
        } else {
            Greater
        }
    }
}

impl<T: PointeeSized> PartialOrd for *const T {
    #[inline(always)]
    fn partial_cmp(&self, other: &*const T) -> Option<Ordering> {
        Some(self.cmp(other))
    }

    #[inline(always)]
    fn lt(&self, other: &*const T) -> bool {
        *self < *other
    }

    #[inline(always)]
    fn le(&self, other: &*const T) -> bool {
        *self <= *other
    }

    #[inline(always)]
    fn gt(&self, other: &*const T) -> bool {
        *self > *other
    }

    #[inline(always)]
    fn ge(&self, other: &*const T) -> bool {
        *self >= *other
    }
}
