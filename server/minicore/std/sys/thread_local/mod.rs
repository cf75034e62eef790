//! Thread-local storage that the target has natively.

mod destructors;
mod eager;
mod lazy;

pub use eager::Storage as EagerStorage;
pub use lazy::Storage as LazyStorage;

#[macro_export]
#[doc(hidden)]
#[allow_internal_unstable(thread_local, never_type)]
macro_rules! thread_local_inner {
    (@key $t:ty, const $init:expr) => {{
        const __RUST_STD_INTERNAL_INIT: $t = $init;

        unsafe {
            $crate::thread::LocalKey::new(
                const {
                    if $crate::mem::needs_drop::<$t>() {
                        |_| {
                            #[thread_local]
                            static __RUST_STD_INTERNAL_VAL: $crate::thread::local_impl::EagerStorage<$t> =
                                $crate::thread::local_impl::EagerStorage::new(__RUST_STD_INTERNAL_INIT);
                            __RUST_STD_INTERNAL_VAL.get()
                        }
                    } else {
                        |_| {
                            #[thread_local]
                            static __RUST_STD_INTERNAL_VAL: $t = __RUST_STD_INTERNAL_INIT;
                            &__RUST_STD_INTERNAL_VAL
                        }
                    }
                },
            )
        }
    }};
    (@key $t:ty, $init:expr) => {{
        #[inline]
        fn __rust_std_internal_init_fn() -> $t {
            $init
        }

        unsafe {
            $crate::thread::LocalKey::new(
                const {
                    if $crate::mem::needs_drop::<$t>() {
                        |__rust_std_internal_init| {
                            #[thread_local]
                            static __RUST_STD_INTERNAL_VAL: $crate::thread::local_impl::LazyStorage<$t, ()> =
                                $crate::thread::local_impl::LazyStorage::new();
                            __RUST_STD_INTERNAL_VAL
                                .get_or_init(__rust_std_internal_init, __rust_std_internal_init_fn)
                        }
                    } else {
                        |__rust_std_internal_init| {
                            #[thread_local]
                            static __RUST_STD_INTERNAL_VAL: $crate::thread::local_impl::LazyStorage<$t, !> =
                                $crate::thread::local_impl::LazyStorage::new();
                            __RUST_STD_INTERNAL_VAL
                                .get_or_init(__rust_std_internal_init, __rust_std_internal_init_fn)
                        }
                    }
                },
            )
        }
    }};
}
pub use crate::thread_local_inner;

pub(crate) fn abort_on_dtor_unwind(f: impl FnOnce()) {
    struct DtorUnwindGuard;

    impl Drop for DtorUnwindGuard {
        #[inline]
        fn drop(&mut self) {
            crate::process::abort();
        }
    }

    let guard = DtorUnwindGuard;
    f();
    core::mem::forget(guard);
}
