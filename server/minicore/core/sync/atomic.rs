//! Atomic values.

use self::Ordering::*;
use crate::cell::UnsafeCell;
use crate::intrinsics::{self, AtomicOrdering as AO};
use crate::{fmt, ptr};

mod private {
    pub trait Sealed {}
}

/// Types that have an atomic version. Each names the atomic's storage, whose alignment is its size.
pub unsafe trait AtomicPrimitive: Sized + Copy + private::Sealed {
    #[doc(hidden)]
    type Storage: Sized;
}

macro_rules! impl_atomic_primitive {
    ($($({$T:ident})? $primitive:ty, $storage:ident;)*) => {$(
        impl<$($T)?> private::Sealed for $primitive {}

        unsafe impl<$($T)?> AtomicPrimitive for $primitive {
            type Storage = private_storage::$storage;
        }
    )*};
}

mod private_storage {
    #[repr(C, align(1))]
    pub struct Align1([u8; 1]);

    #[repr(C, align(2))]
    pub struct Align2([u8; 2]);

    #[repr(C, align(4))]
    pub struct Align4([u8; 4]);

    #[repr(C, align(8))]
    pub struct Align8([u8; 8]);
}

impl_atomic_primitive! {
    bool, Align1;
    u8, Align1;
    i8, Align1;
    u16, Align2;
    i16, Align2;
    u32, Align4;
    i32, Align4;
    u64, Align8;
    i64, Align8;
    usize, Align8;
    isize, Align8;
    {T} *mut T, Align8;
}

#[repr(C)]
pub struct Atomic<T: AtomicPrimitive> {
    v: UnsafeCell<T::Storage>,
}

unsafe impl<T: AtomicPrimitive> Send for Atomic<T> {}
unsafe impl<T: AtomicPrimitive> Sync for Atomic<T> {}

#[derive(Copy, Clone, Debug, Eq, PartialEq, Hash)]
#[non_exhaustive]
pub enum Ordering {
    Relaxed,
    Release,
    Acquire,
    AcqRel,
    SeqCst,
}

pub type AtomicBool = Atomic<bool>;
pub type AtomicPtr<T> = Atomic<*mut T>;
pub type AtomicI8 = Atomic<i8>;
pub type AtomicU8 = Atomic<u8>;
pub type AtomicI16 = Atomic<i16>;
pub type AtomicU16 = Atomic<u16>;
pub type AtomicI32 = Atomic<i32>;
pub type AtomicU32 = Atomic<u32>;
pub type AtomicI64 = Atomic<i64>;
pub type AtomicU64 = Atomic<u64>;
pub type AtomicIsize = Atomic<isize>;
pub type AtomicUsize = Atomic<usize>;

macro_rules! atomic_value {
    ($({$T:ident})? $int:ty, $raw:ty) => {
        impl<$($T)?> Atomic<$int> {
            #[inline]
            pub const fn new(v: $int) -> Self {
                unsafe { crate::intrinsics::transmute_unchecked(v) }
            }

            #[inline]
            pub fn get_mut(&mut self) -> &mut $int {
                unsafe { &mut *self.as_ptr() }
            }

            #[inline]
            pub const fn into_inner(self) -> $int {
                unsafe { crate::intrinsics::transmute_unchecked(self) }
            }

            #[inline]
            pub const fn as_ptr(&self) -> *mut $int {
                self.v.get() as *mut $int
            }

            #[inline]
            pub fn load(&self, order: Ordering) -> $int {
                unsafe { crate::intrinsics::transmute_unchecked(atomic_load(self.as_ptr() as *mut $raw, order)) }
            }

            #[inline]
            pub fn store(&self, val: $int, order: Ordering) {
                unsafe { atomic_store(self.as_ptr() as *mut $raw, val as $raw, order) }
            }

            #[inline]
            pub fn swap(&self, val: $int, order: Ordering) -> $int {
                unsafe {
                    let old = atomic_swap(self.as_ptr() as *mut $raw, val as $raw, order);
                    crate::intrinsics::transmute_unchecked(old)
                }
            }

            #[inline]
            pub fn compare_exchange(
                &self,
                current: $int,
                new: $int,
                success: Ordering,
                failure: Ordering,
            ) -> Result<$int, $int> {
                unsafe {
                    let (at, current, new) = (self.as_ptr() as *mut $raw, current as $raw, new as $raw);
                    match atomic_compare_exchange(at, current, new, success, failure) {
                        Ok(old) => Ok(crate::intrinsics::transmute_unchecked(old)),
                        Err(old) => Err(crate::intrinsics::transmute_unchecked(old)),
                    }
                }
            }

            #[inline]
            pub fn compare_exchange_weak(
                &self,
                current: $int,
                new: $int,
                success: Ordering,
                failure: Ordering,
            ) -> Result<$int, $int> {
                unsafe {
                    let (at, current, new) = (self.as_ptr() as *mut $raw, current as $raw, new as $raw);
                    match atomic_compare_exchange(at, current, new, success, failure) {
                        Ok(old) => Ok(crate::intrinsics::transmute_unchecked(old)),
                        Err(old) => Err(crate::intrinsics::transmute_unchecked(old)),
                    }
                }
            }

            #[inline]
            pub fn fetch_update<F>(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                mut f: F,
            ) -> Result<$int, $int>
            where
                F: FnMut($int) -> Option<$int>,
            {
                let mut prev = self.load(fetch_order);
                while let Some(next) = f(prev) {
                    match self.compare_exchange_weak(prev, next, set_order, fetch_order) {
                        x @ Ok(_) => return x,
                        Err(next_prev) => prev = next_prev,
                    }
                }
                Err(prev)
            }
        }

        impl<$($T)?> From<$int> for Atomic<$int> {
            #[inline]
            fn from(v: $int) -> Self {
                Self::new(v)
            }
        }

        impl<$($T)?> fmt::Debug for Atomic<$int> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.load(Relaxed), f)
            }
        }
    };
}

atomic_value! { bool, u8 }
atomic_value! { {T} *mut T, *mut T }

impl Default for Atomic<bool> {
    #[inline]
    fn default() -> Self {
        Self::new(false)
    }
}

impl<T> Default for Atomic<*mut T> {
    fn default() -> Self {
        Self::new(ptr::null_mut())
    }
}

impl Atomic<bool> {
    #[inline]
    pub fn fetch_and(&self, val: bool, order: Ordering) -> bool {
        unsafe { atomic_and(self.as_ptr() as *mut u8, val as u8, order) != 0 }
    }

    #[inline]
    pub fn fetch_or(&self, val: bool, order: Ordering) -> bool {
        unsafe { atomic_or(self.as_ptr() as *mut u8, val as u8, order) != 0 }
    }

    #[inline]
    pub fn fetch_xor(&self, val: bool, order: Ordering) -> bool {
        unsafe { atomic_xor(self.as_ptr() as *mut u8, val as u8, order) != 0 }
    }

    #[inline]
    pub fn fetch_not(&self, order: Ordering) -> bool {
        self.fetch_xor(true, order)
    }
}

macro_rules! atomic_int {
    ($($int:ident $max:ident $min:ident;)*) => {$(
        atomic_value! { $int, $int }

        impl Default for Atomic<$int> {
            #[inline]
            fn default() -> Self {
                Self::new(0)
            }
        }

        impl Atomic<$int> {
            #[inline]
            pub fn fetch_add(&self, val: $int, order: Ordering) -> $int {
                unsafe { atomic_add(self.as_ptr(), val, order) }
            }

            #[inline]
            pub fn fetch_sub(&self, val: $int, order: Ordering) -> $int {
                unsafe { atomic_sub(self.as_ptr(), val, order) }
            }

            #[inline]
            pub fn fetch_and(&self, val: $int, order: Ordering) -> $int {
                unsafe { atomic_and(self.as_ptr(), val, order) }
            }

            #[inline]
            pub fn fetch_nand(&self, val: $int, order: Ordering) -> $int {
                unsafe { atomic_nand(self.as_ptr(), val, order) }
            }

            #[inline]
            pub fn fetch_or(&self, val: $int, order: Ordering) -> $int {
                unsafe { atomic_or(self.as_ptr(), val, order) }
            }

            #[inline]
            pub fn fetch_xor(&self, val: $int, order: Ordering) -> $int {
                unsafe { atomic_xor(self.as_ptr(), val, order) }
            }

            #[inline]
            pub fn fetch_max(&self, val: $int, order: Ordering) -> $int {
                unsafe { $max(self.as_ptr(), val, order) }
            }

            #[inline]
            pub fn fetch_min(&self, val: $int, order: Ordering) -> $int {
                unsafe { $min(self.as_ptr(), val, order) }
            }
        }
    )*};
}

atomic_int! {
    i8 atomic_max atomic_min;
    u8 atomic_umax atomic_umin;
    i16 atomic_max atomic_min;
    u16 atomic_umax atomic_umin;
    i32 atomic_max atomic_min;
    u32 atomic_umax atomic_umin;
    i64 atomic_max atomic_min;
    u64 atomic_umax atomic_umin;
    isize atomic_max atomic_min;
    usize atomic_umax atomic_umin;
}

#[inline]
unsafe fn atomic_store<T: Copy>(dst: *mut T, val: T, order: Ordering) {
    unsafe {
        match order {
            Relaxed => intrinsics::atomic_store::<T, { AO::Relaxed }>(dst, val),
            Release => intrinsics::atomic_store::<T, { AO::Release }>(dst, val),
            SeqCst => intrinsics::atomic_store::<T, { AO::SeqCst }>(dst, val),
            Acquire => panic!("there is no such thing as an acquire store"),
            AcqRel => panic!("there is no such thing as an acquire-release store"),
        }
    }
}

#[inline]
unsafe fn atomic_load<T: Copy>(dst: *const T, order: Ordering) -> T {
    unsafe {
        match order {
            Relaxed => intrinsics::atomic_load::<T, { AO::Relaxed }>(dst),
            Acquire => intrinsics::atomic_load::<T, { AO::Acquire }>(dst),
            SeqCst => intrinsics::atomic_load::<T, { AO::SeqCst }>(dst),
            Release => panic!("there is no such thing as a release load"),
            AcqRel => panic!("there is no such thing as an acquire-release load"),
        }
    }
}

macro_rules! read_modify_write {
    ($($name:ident $intrinsic:ident [$($types:tt)*];)*) => {$(
        #[inline]
        unsafe fn $name<T: Copy>(dst: *mut T, val: T, order: Ordering) -> T {
            unsafe {
                match order {
                    Relaxed => intrinsics::$intrinsic::<$($types)* { AO::Relaxed }>(dst, val),
                    Acquire => intrinsics::$intrinsic::<$($types)* { AO::Acquire }>(dst, val),
                    Release => intrinsics::$intrinsic::<$($types)* { AO::Release }>(dst, val),
                    AcqRel => intrinsics::$intrinsic::<$($types)* { AO::AcqRel }>(dst, val),
                    SeqCst => intrinsics::$intrinsic::<$($types)* { AO::SeqCst }>(dst, val),
                }
            }
        }
    )*};
}

read_modify_write! {
    atomic_swap atomic_xchg [T,];
    atomic_add atomic_xadd [T, T,];
    atomic_sub atomic_xsub [T, T,];
    atomic_and atomic_and [T, T,];
    atomic_nand atomic_nand [T, T,];
    atomic_or atomic_or [T, T,];
    atomic_xor atomic_xor [T, T,];
    atomic_max atomic_max [T,];
    atomic_min atomic_min [T,];
    atomic_umax atomic_umax [T,];
    atomic_umin atomic_umin [T,];
}

// std matches on both orders; one strong exchange serves here.
#[inline]
unsafe fn atomic_compare_exchange<T: Copy>(
    dst: *mut T,
    old: T,
    new: T,
    success: Ordering,
    failure: Ordering,
) -> Result<T, T> {
    let _ = (success, failure);
    let (val, ok) = unsafe { intrinsics::atomic_cxchg::<T, { AO::SeqCst }, { AO::SeqCst }>(dst, old, new) };
    if ok { Ok(val) } else { Err(val) }
}

#[inline]
pub fn fence(order: Ordering) {
    unsafe {
        match order {
            Acquire => intrinsics::atomic_fence::<{ AO::Acquire }>(),
            Release => intrinsics::atomic_fence::<{ AO::Release }>(),
            AcqRel => intrinsics::atomic_fence::<{ AO::AcqRel }>(),
            SeqCst => intrinsics::atomic_fence::<{ AO::SeqCst }>(),
            Relaxed => panic!("there is no such thing as a relaxed fence"),
        }
    }
}
