//@ crate-type: lib
//@ compile-flags: -Copt-level=3
// What is only there for checks of undefined behaviour costs nothing in inlining where there are none, even if all that
// is left of the question is an assumption.
#![feature(rustc_attrs, intrinsics)]
#![allow(internal_features)]
#![rustc_preserve_ub_checks]

#[rustc_intrinsic]
const fn ub_checks() -> bool;
#[rustc_intrinsic]
const unsafe fn unreachable() -> !;

#[inline(never)]
pub fn check() {}

#[inline(never)]
pub fn next(n: u32) -> u32 {
    n
}

#[inline]
fn picked(from: Option<u32>) -> u32 {
    let first = next(3);
    match from {
        Some(n) => ((((n ^ first) << 3) | 2) >> 1) & (first | 4) ^ (n | 7),
        None => {
            if ub_checks() {
                check();
            }
            unsafe { unreachable() }
        }
    }
}

#[inline]
fn picked_dearly(from: Option<u32>) -> u32 {
    let first = next(3);
    match from {
        Some(n) => {
            next(n) ^ ((((n ^ first) << 3) | 2) >> 1) & (first | 4) ^ (first | 2) ^ (n | 7)
        }
        None => {
            if ub_checks() {
                check();
            }
            unsafe { unreachable() }
        }
    }
}

#[inline(never)]
pub fn inlined(from: Option<u32>) -> u32 {
    picked(from)
}

#[inline(never)]
pub fn called(from: Option<u32>) -> u32 {
    picked_dearly(from)
}

//~ SIZE 1 check
//~ SIZE 2 called
//~ SIZE 2 next
//~ SIZE 36 inlined
//~ SIZE 42 picked_dearly
