//! The frames between which a short backtrace lies.

#[inline(never)]
pub fn __rust_begin_short_backtrace<F, T>(f: F) -> T
where
    F: FnOnce() -> T,
{
    let result = f();

    // Else the call above would be a tail call, and this frame gone.
    crate::hint::black_box(());

    result
}

#[inline(never)]
pub fn __rust_end_short_backtrace<F, T>(f: F) -> T
where
    F: FnOnce() -> T,
{
    let result = f();

    crate::hint::black_box(());

    result
}
