//! A value without drop glue.

use crate::cmp::Ordering;
use crate::hash::{Hash, Hasher};
use crate::marker::StructuralPartialEq;
use crate::mem::MaybeDangling;
use crate::ops::{Deref, DerefMut, DerefPure};
use crate::ptr;

#[lang = "manually_drop"]
#[derive(Copy, Clone, Debug, Default)]
#[repr(transparent)]
#[rustc_pub_transparent]
pub struct ManuallyDrop<T: ?Sized> {
    value: MaybeDangling<T>,
}

impl<T> ManuallyDrop<T> {
    #[inline(always)]
    pub const fn new(value: T) -> ManuallyDrop<T> {
        ManuallyDrop { value: MaybeDangling::new(value) }
    }

    #[inline(always)]
    pub const fn into_inner(slot: ManuallyDrop<T>) -> T {
        unsafe { ptr::read(&raw const slot as *const T) }
    }

    #[inline]
    pub const unsafe fn take(slot: &mut ManuallyDrop<T>) -> T {
        unsafe { ptr::read(slot.value.as_ref()) }
    }
}

impl<T: ?Sized> ManuallyDrop<T> {
    #[inline]
    pub unsafe fn drop(slot: &mut ManuallyDrop<T>) {
        unsafe { ptr::drop_in_place(slot.value.as_mut()) }
    }
}

impl<T: ?Sized> Deref for ManuallyDrop<T> {
    type Target = T;

    #[inline(always)]
    fn deref(&self) -> &T {
        self.value.as_ref()
    }
}

impl<T: ?Sized> DerefMut for ManuallyDrop<T> {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut T {
        self.value.as_mut()
    }
}

unsafe impl<T: ?Sized> DerefPure for ManuallyDrop<T> {}

impl<T: ?Sized + Eq> Eq for ManuallyDrop<T> {}

impl<T: ?Sized + PartialEq> PartialEq for ManuallyDrop<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value.as_ref().eq(other.value.as_ref())
    }
}

impl<T: ?Sized> StructuralPartialEq for ManuallyDrop<T> {}

impl<T: ?Sized + Ord> Ord for ManuallyDrop<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.value.as_ref().cmp(other.value.as_ref())
    }
}

impl<T: ?Sized + PartialOrd> PartialOrd for ManuallyDrop<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.value.as_ref().partial_cmp(other.value.as_ref())
    }
}

impl<T: ?Sized + Hash> Hash for ManuallyDrop<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.value.as_ref().hash(state);
    }
}
