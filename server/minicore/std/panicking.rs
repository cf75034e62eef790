//! The panic handler, and catching panics.

use core::panic::PanicInfo;

use crate::any::Any;
use crate::mem::{self, ManuallyDrop};
use crate::{intrinsics, process};

#[panic_handler]
pub fn begin_panic_handler(info: &PanicInfo<'_>) -> ! {
    process::abort()
}

#[inline(never)]
#[cold]
#[track_caller]
#[doc(hidden)]
pub fn begin_panic<M: Any + Send>(msg: M) -> ! {
    struct Payload<A> {
        inner: Option<A>,
    }

    impl<A: Send + 'static> Payload<A> {
        fn take_box(&mut self) -> Box<dyn Any + Send> {
            match self.inner.take() {
                Some(a) => Box::new(a) as Box<dyn Any + Send>,
                None => process::abort(),
            }
        }
    }

    crate::sys::backtrace::__rust_end_short_backtrace(move || {
        rust_panic(Payload { inner: Some(msg) }.take_box())
    })
}

pub fn resume_unwind(payload: Box<dyn Any + Send>) -> ! {
    rust_panic(payload)
}

fn rust_panic(payload: Box<dyn Any + Send>) -> ! {
    mem::forget(payload);
    process::abort()
}

pub fn panicking() -> bool {
    false
}

pub unsafe fn catch_unwind<R, F: FnOnce() -> R>(f: F) -> Result<R, Box<dyn Any + Send>> {
    union Data<F, R> {
        f: ManuallyDrop<F>,
        r: ManuallyDrop<R>,
        p: ManuallyDrop<Box<dyn Any + Send>>,
    }

    let mut data = Data { f: ManuallyDrop::new(f) };

    let data_ptr = (&raw mut data) as *mut u8;
    unsafe {
        return if intrinsics::catch_unwind(do_call::<F, R>, data_ptr, do_catch::<F, R>) == 0 {
            Ok(ManuallyDrop::into_inner(data.r))
        } else {
            Err(ManuallyDrop::into_inner(data.p))
        };
    }

    #[inline]
    fn do_call<F: FnOnce() -> R, R>(data: *mut u8) {
        unsafe {
            let data = data as *mut Data<F, R>;
            let data = &mut (*data);
            let f = ManuallyDrop::take(&mut data.f);
            data.r = ManuallyDrop::new(f());
        }
    }

    #[inline]
    fn do_catch<F: FnOnce() -> R, R>(data: *mut u8, payload: *mut u8) {
        unsafe {
            let data = data as *mut Data<F, R>;
            let data = &mut (*data);
            data.p = ManuallyDrop::new(cleanup(payload));
        }
    }

    #[cold]
    unsafe fn cleanup(payload: *mut u8) -> Box<dyn Any + Send + 'static> {
        unsafe { *Box::from_raw(payload as *mut Box<dyn Any + Send>) }
    }
}
