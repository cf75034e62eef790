//@ compile-flags: -Copt-level=3
//@ crate-type: lib
// A number that becomes an `Option` of what is never zero tells which variant that is.
use std::num::NonZero;

#[derive(Clone, Copy)]
#[repr(u8)]
pub enum Kind {
    First = 3,
    Second = 7,
}

#[inline]
fn packed(kind: Kind) -> NonZero<usize> {
    let bits = ((kind as usize) << 32) | 3;
    match NonZero::new(bits) {
        Some(n) => n,
        None => panic!(),
    }
}

#[inline(never)]
pub fn first() -> NonZero<usize> {
    packed(Kind::First)
}

#[inline(never)]
pub fn either(second: bool) -> NonZero<usize> {
    if second { packed(Kind::Second) } else { packed(Kind::First) }
}

#[inline(never)]
pub fn zero() -> Option<NonZero<u8>> {
    match NonZero::new(0) {
        Some(n) => Some(n),
        None => NonZero::new(1),
    }
}

//~ SIZE 2 first
//~ SIZE 2 zero
//~ SIZE 6 either
