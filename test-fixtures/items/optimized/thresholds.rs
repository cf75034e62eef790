//@ compile-flags: -Copt-level=3
//@ crate-type: lib
// What inlining costs: calls and branches, less for short bodies and more for hinted ones.
extern "C" {
    fn sink(n: u32) -> u32;
}

fn one<T>() {
    unsafe { sink(1) };
}

fn two<T>() {
    unsafe { sink(1) };
    unsafe { sink(2) };
}

fn three<T>() {
    unsafe { sink(1) };
    unsafe { sink(2) };
    unsafe { sink(3) };
}

#[inline]
fn hinted_four<T>() {
    unsafe { sink(1) };
    unsafe { sink(2) };
    unsafe { sink(3) };
    unsafe { sink(4) };
}

#[inline]
fn hinted_five<T>() {
    unsafe { sink(1) };
    unsafe { sink(2) };
    unsafe { sink(3) };
    unsafe { sink(4) };
    unsafe { sink(5) };
}

fn branches<T>(n: u32) -> u32 {
    match n {
        0 => unsafe { sink(1) },
        1 => 7,
        2 => 8,
        _ => n,
    }
}

fn not_generic(n: u32) -> u32 {
    unsafe { sink(n) }
}

#[inline]
fn not_generic_hinted(n: u32) -> u32 {
    unsafe { sink(n) }
}

fn leaf(n: u32) -> u32 {
    n * 3 + 1
}

#[cold]
fn cold<T>() {
    unsafe { sink(9) };
}

#[inline(never)]
fn never<T>() {}

pub fn start() -> u32 {
    one::<u8>();
    two::<u8>();
    three::<u8>();
    hinted_four::<u8>();
    hinted_five::<u8>();
    cold::<u8>();
    never::<u8>();
    branches::<u8>(4) + not_generic(1) + not_generic_hinted(2) + leaf(3)
}

//~ MONO_ITEM fn cold::<u8>
//~ MONO_ITEM fn hinted_five::<u8>
//~ MONO_ITEM fn never::<u8>
//~ MONO_ITEM fn not_generic
//~ MONO_ITEM fn start
//~ MONO_ITEM fn three::<u8>
