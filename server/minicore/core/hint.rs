//! Hints to the compiler.

use crate::intrinsics;

#[inline]
pub const unsafe fn unreachable_unchecked() -> ! {
    unsafe { intrinsics::unreachable() }
}

#[inline(always)]
pub const unsafe fn assert_unchecked(cond: bool) {
    unsafe { intrinsics::assume(cond) }
}

#[inline(always)]
pub fn spin_loop() {}

#[inline]
pub fn black_box<T>(dummy: T) -> T {
    intrinsics::black_box(dummy)
}

#[inline(always)]
#[doc(hidden)]
pub const fn must_use<T>(value: T) -> T {
    value
}
