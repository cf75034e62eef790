//! Memory that may not hold a value yet.

use crate::fmt;
use crate::intrinsics;
use crate::mem::ManuallyDrop;
use crate::ptr;

#[lang = "maybe_uninit"]
#[derive(Copy)]
#[repr(transparent)]
#[rustc_pub_transparent]
pub union MaybeUninit<T> {
    uninit: (),
    value: ManuallyDrop<T>,
}

impl<T: Copy> Clone for MaybeUninit<T> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> fmt::Debug for MaybeUninit<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(crate::any::type_name::<Self>())
    }
}

impl<T> MaybeUninit<T> {
    #[inline(always)]
    pub const fn new(val: T) -> MaybeUninit<T> {
        MaybeUninit { value: ManuallyDrop::new(val) }
    }

    #[inline(always)]
    pub const fn uninit() -> MaybeUninit<T> {
        MaybeUninit { uninit: () }
    }

    #[inline]
    pub const fn zeroed() -> MaybeUninit<T> {
        let mut u = MaybeUninit::<T>::uninit();
        unsafe { u.as_mut_ptr().write_bytes(0u8, 1) };
        u
    }

    #[inline(always)]
    pub const fn write(&mut self, val: T) -> &mut T {
        *self = MaybeUninit::new(val);
        unsafe { self.assume_init_mut() }
    }

    #[inline(always)]
    pub const fn as_ptr(&self) -> *const T {
        self as *const _ as *const T
    }

    #[inline(always)]
    pub const fn as_mut_ptr(&mut self) -> *mut T {
        self as *mut _ as *mut T
    }

    #[inline(always)]
    pub const unsafe fn assume_init(self) -> T {
        unsafe {
            intrinsics::assert_inhabited::<T>();
            self.as_ptr().read()
        }
    }

    #[inline(always)]
    pub const unsafe fn assume_init_read(&self) -> T {
        unsafe {
            intrinsics::assert_inhabited::<T>();
            self.as_ptr().read()
        }
    }

    pub unsafe fn assume_init_drop(&mut self) {
        unsafe { ptr::drop_in_place(self.as_mut_ptr()) }
    }

    #[inline(always)]
    pub const unsafe fn assume_init_ref(&self) -> &T {
        unsafe {
            intrinsics::assert_inhabited::<T>();
            &*self.as_ptr()
        }
    }

    #[inline(always)]
    pub const unsafe fn assume_init_mut(&mut self) -> &mut T {
        unsafe {
            intrinsics::assert_inhabited::<T>();
            &mut *self.as_mut_ptr()
        }
    }
}

impl<T> [MaybeUninit<T>] {
    #[inline(always)]
    pub unsafe fn assume_init_drop(&mut self) {
        if !self.is_empty() {
            unsafe { ptr::drop_in_place(self as *mut [MaybeUninit<T>] as *mut [T]) }
        }
    }

    #[inline(always)]
    pub const unsafe fn assume_init_ref(&self) -> &[T] {
        unsafe { &*(self as *const Self as *const [T]) }
    }

    #[inline(always)]
    pub const unsafe fn assume_init_mut(&mut self) -> &mut [T] {
        unsafe { &mut *(self as *mut Self as *mut [T]) }
    }
}
