//@ compile-flags: --test -Copt-level=3
// A test that calls nothing is inlined into the closure that runs it; one that calls a function is not.

pub struct Pair(u32, u32);

#[test]
fn is_small() {
    assert!(size_of::<Pair>() <= 8);
}

#[test]
fn answers() -> Result<(), u8> {
    Ok(())
}

#[test]
fn calls() {
    works(1);
}

#[inline(never)]
fn works(x: u8) -> u8 {
    x
}

//~ MONO_ITEM fn <{closure@tests_inlined.rs:12:1: 14:2} as std::ops::FnOnce<()>>::call_once - shim
//~ MONO_ITEM fn <{closure@tests_inlined.rs:17:1: 19:2} as std::ops::FnOnce<()>>::call_once - shim
//~ MONO_ITEM fn <{closure@tests_inlined.rs:7:1: 9:2} as std::ops::FnOnce<()>>::call_once - shim
//~ MONO_ITEM fn answers::{closure#0}
//~ MONO_ITEM fn calls
//~ MONO_ITEM fn calls::{closure#0}
//~ MONO_ITEM fn is_small::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn works
