//@ compile-flags: -Copt-level=2 -Coverflow-checks=on
//@ crate-type: lib
// A checked addition is a branch to a panic, so that the function is no leaf any more.
fn checked(n: u32) -> u32 {
    n + 1
}

fn unchecked(n: u32) -> u32 {
    n ^ 1
}

#[inline(never)]
pub fn start(n: u32) -> u32 {
    checked(n) ^ unchecked(n)
}

//~ MONO_ITEM fn start
