//! The functions that `panic!`, failed assertions and compiler-inserted checks call.

use crate::fmt;
use crate::panic::{Location, PanicInfo};

#[inline(never)]
#[cold]
#[track_caller]
#[lang = "panic_fmt"]
#[rustc_do_not_const_check]
pub const fn panic_fmt(fmt: fmt::Arguments<'_>) -> ! {
    unsafe extern "Rust" {
        #[lang = "panic_impl"]
        fn panic_impl(pi: &PanicInfo<'_>) -> !;
    }
    let pi = PanicInfo::new(&fmt, Location::caller(), true, false);
    unsafe { panic_impl(&pi) }
}

#[inline(never)]
#[cold]
#[track_caller]
#[rustc_nounwind]
#[rustc_do_not_const_check]
pub const fn panic_nounwind_fmt(fmt: fmt::Arguments<'_>, force_no_backtrace: bool) -> ! {
    unsafe extern "Rust" {
        #[lang = "panic_impl"]
        fn panic_impl(pi: &PanicInfo<'_>) -> !;
    }
    let pi = PanicInfo::new(&fmt, Location::caller(), false, force_no_backtrace);
    unsafe { panic_impl(&pi) }
}

#[inline(never)]
#[cold]
#[track_caller]
#[lang = "panic"]
pub const fn panic(expr: &'static str) -> ! {
    panic_fmt(fmt::Arguments::from_str(expr));
}

macro_rules! panic_const {
    ($($lang:ident = $message:expr,)+) => {$(
        #[inline(never)]
        #[cold]
        #[track_caller]
        #[lang = stringify!($lang)]
        pub const fn $lang() -> ! {
            panic_fmt(fmt::Arguments::from_str($message));
        }
    )+};
}

pub mod panic_const {
    use super::*;

    panic_const! {
        panic_const_add_overflow = "attempt to add with overflow",
        panic_const_sub_overflow = "attempt to subtract with overflow",
        panic_const_mul_overflow = "attempt to multiply with overflow",
        panic_const_div_overflow = "attempt to divide with overflow",
        panic_const_rem_overflow = "attempt to calculate the remainder with overflow",
        panic_const_neg_overflow = "attempt to negate with overflow",
        panic_const_shr_overflow = "attempt to shift right with overflow",
        panic_const_shl_overflow = "attempt to shift left with overflow",
        panic_const_div_by_zero = "attempt to divide by zero",
        panic_const_rem_by_zero = "attempt to calculate the remainder with a divisor of zero",
        panic_const_coroutine_resumed = "coroutine resumed after completion",
        panic_const_async_fn_resumed = "`async fn` resumed after completion",
        panic_const_async_gen_fn_resumed = "`async gen fn` resumed after completion",
        panic_const_gen_fn_none = "`gen fn` should just keep returning `None` after completion",
        panic_const_coroutine_resumed_panic = "coroutine resumed after panicking",
        panic_const_async_fn_resumed_panic = "`async fn` resumed after panicking",
        panic_const_async_gen_fn_resumed_panic = "`async gen fn` resumed after panicking",
        panic_const_gen_fn_none_panic = "`gen fn` should just keep returning `None` after panicking",
    }
}

#[inline(never)]
#[cold]
#[track_caller]
#[lang = "panic_nounwind"]
#[rustc_nounwind]
pub const fn panic_nounwind(expr: &'static str) -> ! {
    panic_nounwind_fmt(fmt::Arguments::from_str(expr), false);
}

#[inline(never)]
#[cold]
#[track_caller]
#[rustc_nounwind]
pub fn panic_nounwind_nobacktrace(expr: &'static str) -> ! {
    panic_nounwind_fmt(fmt::Arguments::from_str(expr), true);
}

#[inline]
#[track_caller]
pub fn unreachable_display<T: fmt::Display>(x: &T) -> ! {
    panic_fmt(format_args!("internal error: entered unreachable code: {}", *x));
}

#[inline]
#[track_caller]
pub const fn panic_str_2015(expr: &str) -> ! {
    panic_display(&expr);
}

#[inline]
#[track_caller]
#[lang = "panic_display"]
#[rustc_do_not_const_check]
pub const fn panic_display<T: fmt::Display>(x: &T) -> ! {
    panic_fmt(format_args!("{}", *x));
}

#[inline(never)]
#[cold]
#[track_caller]
#[lang = "panic_bounds_check"]
fn panic_bounds_check(index: usize, len: usize) -> ! {
    panic!("index out of bounds: the len is {len} but the index is {index}")
}

#[inline(never)]
#[cold]
#[track_caller]
#[lang = "panic_misaligned_pointer_dereference"]
#[rustc_nounwind]
fn panic_misaligned_pointer_dereference(required: usize, found: usize) -> ! {
    panic_nounwind_fmt(
        format_args!(
            "misaligned pointer dereference: address must be a multiple of {required:#x} but is {found:#x}"
        ),
        false,
    )
}

#[inline(never)]
#[cold]
#[track_caller]
#[lang = "panic_null_pointer_dereference"]
#[rustc_nounwind]
fn panic_null_pointer_dereference() -> ! {
    panic_nounwind_fmt(format_args!("null pointer dereference occurred"), false)
}

#[inline(never)]
#[cold]
#[track_caller]
#[lang = "panic_invalid_enum_construction"]
#[rustc_nounwind]
fn panic_invalid_enum_construction(source: u128) -> ! {
    panic_nounwind_fmt(format_args!("trying to construct an enum from an invalid value {source:#x}"), false)
}

#[inline(never)]
#[cold]
#[lang = "panic_cannot_unwind"]
#[rustc_nounwind]
fn panic_cannot_unwind() -> ! {
    panic_nounwind("panic in a function that cannot unwind")
}

#[inline(never)]
#[cold]
#[lang = "panic_in_cleanup"]
#[rustc_nounwind]
fn panic_in_cleanup() -> ! {
    panic_nounwind_nobacktrace("panic in a destructor during cleanup")
}

#[lang = "const_panic_fmt"]
pub const fn const_panic_fmt(fmt: fmt::Arguments<'_>) -> ! {
    if let Some(msg) = fmt.as_str() {
        panic_display(&msg);
    } else {
        unsafe { crate::hint::unreachable_unchecked() };
    }
}

#[derive(Debug)]
#[doc(hidden)]
pub enum AssertKind {
    Eq,
    Ne,
    Match,
}

#[inline(never)]
#[cold]
#[track_caller]
#[doc(hidden)]
pub fn assert_failed<T, U>(kind: AssertKind, left: &T, right: &U, args: Option<fmt::Arguments<'_>>) -> !
where
    T: fmt::Debug + ?Sized,
    U: fmt::Debug + ?Sized,
{
    assert_failed_inner(kind, &left, &right, args)
}

#[inline(never)]
#[cold]
#[track_caller]
fn assert_failed_inner(
    kind: AssertKind,
    left: &dyn fmt::Debug,
    right: &dyn fmt::Debug,
    args: Option<fmt::Arguments<'_>>,
) -> ! {
    let op = match kind {
        AssertKind::Eq => "==",
        AssertKind::Ne => "!=",
        AssertKind::Match => "matches",
    };

    match args {
        Some(args) => {
            panic!("assertion `left {op} right` failed: {args}\n  left: {left:?}\n right: {right:?}")
        }
        None => panic!("assertion `left {op} right` failed\n  left: {left:?}\n right: {right:?}"),
    }
}
