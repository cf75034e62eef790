//! What runs before and around `main`.

pub use crate::panicking::begin_panic;
pub use core::panicking::{panic_display, panic_fmt};

use crate::any::Any;
use crate::{mem, panic, sys};

fn handle_rt_panic<T>(e: Box<dyn Any + Send>) -> T {
    mem::forget(e);
    crate::process::abort();
}

fn lang_start_internal(
    main: &(dyn Fn() -> i32 + Sync + crate::panic::RefUnwindSafe),
    argc: isize,
    argv: *const *const u8,
    sigpipe: u8,
) -> isize {
    panic::catch_unwind(move || {
        let ret_code = panic::catch_unwind(main).unwrap_or_else(move |payload| {
            mem::forget(payload);
            101
        });
        ret_code as isize
    })
    .unwrap_or_else(handle_rt_panic)
}

#[lang = "start"]
fn lang_start<T: crate::process::Termination + 'static>(
    main: fn() -> T,
    argc: isize,
    argv: *const *const u8,
    sigpipe: u8,
) -> isize {
    lang_start_internal(
        &move || sys::backtrace::__rust_begin_short_backtrace(main).report().to_i32(),
        argc,
        argv,
        sigpipe,
    )
}
