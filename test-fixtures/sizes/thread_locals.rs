//@ compile-flags: -Copt-level=3
//@ crate-type: lib
// The address of a static of the thread at hand is looked up, and no constant.
#![feature(thread_local)]

#[thread_local]
static COUNT: u32 = 3;

static SHARED: u32 = 4;

#[inline(never)]
pub fn take(count: &u32) -> u32 {
    *count
}

#[inline(never)]
pub fn of_thread() -> u32 {
    take(&COUNT)
}

#[inline(never)]
pub fn of_all() -> u32 {
    take(&SHARED)
}

//~ SIZE 2 of_all
//~ SIZE 2 take
//~ SIZE 3 of_thread
