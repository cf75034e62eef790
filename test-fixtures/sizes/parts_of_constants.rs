// A part of a constant is known, but not the same value as the constant that has its content: a comparison with the one is
// made anew beside one with the other. A slice is aligned as its elements are.
//@ compile-flags: -Copt-level=3
//@ crate-type: lib
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Small(u32);
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Id(Small);
pub const DEAD: Id = Id(Small(0));
pub struct Special {
    a: Id,
    b: Id,
}
#[inline(never)]
pub fn by_constant(s: &Special) -> u32 {
    if s.a == DEAD && s.b != DEAD {
        return 1;
    }
    if s.a != DEAD && s.b == DEAD {
        return 2;
    }
    3
}
#[inline(never)]
pub fn by_number(s: &Special) -> u32 {
    if s.a.0.0 == 0 && s.b.0.0 != 0 {
        return 1;
    }
    if s.a.0.0 != 0 && s.b.0.0 == 0 {
        return 2;
    }
    3
}
#[inline(never)]
pub fn by_tuple(s: u32) -> bool {
    const K: (u32, u32) = (4, 5);
    let x = s == K.0;
    let y = s == 4;
    x & y
}
#[inline(never)]
pub fn alignment(x: &[u16]) -> usize {
    core::mem::align_of_val(x)
}
#[inline(never)]
pub fn alignment_of_text(x: &str) -> usize {
    core::mem::align_of_val(x)
}

//~ SIZE 2 alignment
//~ SIZE 22 by_number
//~ SIZE 34 by_constant
//~ SIZE 4 by_tuple
//~ SIZE 5 alignment_of_text
