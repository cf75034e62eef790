//! `Clone`, its derive macro, and the impls for primitives. Tuples, closures and function pointers are
//! cloned by shims of the compiler.

use crate::marker::PointeeSized;

#[lang = "clone"]
#[rustc_trivial_field_reads]
pub trait Clone: Sized {
    #[lang = "clone_fn"]
    fn clone(&self) -> Self;

    #[inline]
    fn clone_from(&mut self, source: &Self) {
        *self = source.clone()
    }
}

#[lang = "trivial_clone"]
#[rustc_unsafe_specialization_marker]
#[marker]
pub unsafe trait TrivialClone: Clone {}

#[rustc_builtin_macro]
#[allow_internal_unstable(core_intrinsics, derive_clone_copy_internals, trivial_clone)]
#[macro_export]
#[doc(hidden)]
macro_rules! Clone {
    ($item:item) => {};
}
pub use crate::Clone;

#[lang = "use_cloned"]
pub trait UseCloned: Clone {}

pub struct AssertParamIsClone<T: Clone + PointeeSized> {
    _field: crate::marker::PhantomData<T>,
}

pub struct AssertParamIsCopy<T: Copy + PointeeSized> {
    _field: crate::marker::PhantomData<T>,
}

pub unsafe trait CloneToUninit {
    unsafe fn clone_to_uninit(&self, dest: *mut u8);
}

unsafe impl<T: Clone> CloneToUninit for T {
    #[inline]
    unsafe fn clone_to_uninit(&self, dest: *mut u8) {
        unsafe { dest.cast::<T>().write(self.clone()) }
    }
}

unsafe impl<T: Clone> CloneToUninit for [T] {
    unsafe fn clone_to_uninit(&self, dest: *mut u8) {
        let dest = dest.cast::<T>();
        let mut i = 0;
        while i < self.len() {
            unsafe { dest.add(i).write(self[i].clone()) };
            i += 1;
        }
    }
}

unsafe impl CloneToUninit for str {
    unsafe fn clone_to_uninit(&self, dest: *mut u8) {
        unsafe { self.as_bytes().clone_to_uninit(dest) }
    }
}

mod impls {
    use super::TrivialClone;
    use crate::marker::PointeeSized;

    macro_rules! impl_clone {
        ($($t:ty)*) => {$(
            impl Clone for $t {
                #[inline(always)]
                fn clone(&self) -> Self {
                    *self
                }
            }

            unsafe impl TrivialClone for $t {}
        )*};
    }

    impl_clone! {
        usize u8 u16 u32 u64 u128
        isize i8 i16 i32 i64 i128
        f32 f64
        bool char
    }

    impl Clone for ! {
        #[inline]
        fn clone(&self) -> Self {
            *self
        }
    }

    impl<T: PointeeSized> Clone for *const T {
        #[inline(always)]
        fn clone(&self) -> Self {
            *self
        }
    }

    unsafe impl<T: PointeeSized> TrivialClone for *const T {}

    impl<T: PointeeSized> Clone for *mut T {
        #[inline(always)]
        fn clone(&self) -> Self {
            *self
        }
    }

    unsafe impl<T: PointeeSized> TrivialClone for *mut T {}

    impl<T: PointeeSized> Clone for &T {
        #[inline(always)]
        fn clone(&self) -> Self {
            self
        }
    }

    unsafe impl<T: PointeeSized> TrivialClone for &T {}

    impl<T: PointeeSized> !Clone for &mut T {}
}
