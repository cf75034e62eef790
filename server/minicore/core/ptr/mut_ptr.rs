//! Methods of `*mut T`.

use super::*;
use crate::cmp::Ordering::{Equal, Greater, Less};
use crate::intrinsics;
use crate::marker::PointeeSized;

impl<T: PointeeSized> *mut T {
    #[inline]
    pub const fn is_null(self) -> bool {
        unsafe { crate::mem::transmute::<*const (), usize>(self as *const ()) == 0 }
    }

    #[inline(always)]
    pub const fn cast<U>(self) -> *mut U {
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
    pub const unsafe fn offset(self, count: isize) -> *mut T
    where
        T: Sized,
    {
        unsafe { intrinsics::offset(self, count) }
    }

    #[inline(always)]
    pub const fn wrapping_offset(self, count: isize) -> *mut T
    where
        T: Sized,
    {
        unsafe { intrinsics::arith_offset(self as *const T, count) as *mut T }
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
    pub const fn cast_const(self) -> *const T {
        self as _
    }

    #[inline]
    pub const unsafe fn as_mut<'a>(self) -> Option<&'a mut T> {
        if self.is_null() { None } else { unsafe { Some(&mut *self) } }
    }

    #[inline(always)]
    pub const unsafe fn as_mut_unchecked<'a>(self) -> &'a mut T {
        unsafe { &mut *self }
    }

    #[inline(always)]
    pub const unsafe fn copy_from(self, src: *const T, count: usize)
    where
        T: Sized,
    {
        unsafe { copy(src, self, count) }
    }

    #[inline(always)]
    pub const unsafe fn copy_from_nonoverlapping(self, src: *const T, count: usize)
    where
        T: Sized,
    {
        unsafe { copy_nonoverlapping(src, self, count) }
    }

    #[inline(always)]
    pub unsafe fn drop_in_place(self) {
        unsafe { drop_in_place(self) }
    }

    #[inline(always)]
    pub const unsafe fn write(self, val: T)
    where
        T: Sized,
    {
        unsafe { write(self, val) }
    }

    #[inline(always)]
    pub const unsafe fn write_bytes(self, val: u8, count: usize)
    where
        T: Sized,
    {
        unsafe { write_bytes(self, val, count) }
    }

    #[inline(always)]
    pub unsafe fn write_volatile(self, val: T)
    where
        T: Sized,
    {
        unsafe { write_volatile(self, val) }
    }

    #[inline(always)]
    pub const unsafe fn write_unaligned(self, val: T)
    where
        T: Sized,
    {
        unsafe { write_unaligned(self, val) }
    }

    #[inline(always)]
    pub const unsafe fn replace(self, src: T) -> T
    where
        T: Sized,
    {
        unsafe { replace(self, src) }
    }

    #[inline(always)]
    pub const unsafe fn swap(self, with: *mut T)
    where
        T: Sized,
    {
        unsafe { swap(self, with) }
    }
}

impl<T> *mut [T] {
    #[inline]
    pub const fn len(self) -> usize {
        metadata(self)
    }

    #[inline(always)]
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }

    #[inline(always)]
    pub const fn as_mut_ptr(self) -> *mut T {
        self as *mut T
    }
}

impl<T: PointeeSized> PartialEq for *mut T {
    #[inline(always)]
    fn eq(&self, other: &*mut T) -> bool {
        *self == *other
    }
}

impl<T: PointeeSized> Eq for *mut T {}

impl<T: PointeeSized> Ord for *mut T {
    #[inline]
    fn cmp(&self, other: &*mut T) -> Ordering {
        if self < other {
            Less
        } else if self == other {
            Equal
        } else {
            Greater
        }
    }
}

impl<T: PointeeSized> PartialOrd for *mut T {
    #[inline(always)]
    fn partial_cmp(&self, other: &*mut T) -> Option<Ordering> {
        Some(self.cmp(other))
    }

    #[inline(always)]
    fn lt(&self, other: &*mut T) -> bool {
        *self < *other
    }

    #[inline(always)]
    fn le(&self, other: &*mut T) -> bool {
        *self <= *other
    }

    #[inline(always)]
    fn gt(&self, other: &*mut T) -> bool {
        *self > *other
    }

    #[inline(always)]
    fn ge(&self, other: &*mut T) -> bool {
        *self >= *other
    }
}
