//@ compile-flags: -Copt-level=3
//@ crate-type: lib
// A named constant is another value than the number that it is known to be where it was inlined.
const MASK: u8 = 63;

#[inline]
fn low(a: u8) -> u32 {
    (a & MASK) as u32
}

#[inline(never)]
pub fn masked(a: u8, b: u8) -> u32 {
    let first = low(a) | low(b);
    let second = (a & MASK) as u32;
    first << 6 | second << 12 | (b & 63) as u32
}

//~ SIZE 24 masked
