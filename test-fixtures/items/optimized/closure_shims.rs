//@ aux: small.rs
//@ compile-flags: -Copt-level=3
//@ crate-type: lib
// A closure made where `FnOnce` is expected is inlined; one that could be called again goes through a shim, which is not.
#[inline(never)]
pub fn start(n: u32) -> u32 {
    let again = |k: u32| k ^ n;
    small::with(1, |k| k + n) + small::with(2, again) + small::with(3, again) + again(4)
}

#[inline(never)]
pub fn constructor(n: u32) -> Option<u32> {
    small::with(n, Some)
}

#[inline(never)]
pub fn item(n: u32) -> u32 {
    small::with(n, leaf)
}

fn leaf(n: u32) -> u32 {
    n ^ 1
}

//~ MONO_ITEM fn <{closure@closure_shims.rs:7:17: 7:25} as std::ops::FnOnce<(u32,)>>::call_once - shim
//~ MONO_ITEM fn constructor
//~ MONO_ITEM fn item
//~ MONO_ITEM fn start
//~ MONO_ITEM fn start::{closure#0}
