//@ compile-flags: -Copt-level=3
//@ crate-type: lib
// Two branches in a row that go to the same place otherwise are one, on whether the two values are equal.
#[inline(never)]
pub fn both(a: Option<u8>, b: Option<u8>) -> u8 {
    match (a, b) {
        (Some(m), Some(n)) => m + n,
        (None, None) => 3,
        _ => 4,
    }
}

pub enum Kind {
    A(u8),
    B(u16),
    C,
}

#[inline(never)]
pub fn same(a: &Kind, b: &Kind) -> bool {
    match (a, b) {
        (Kind::A(m), Kind::A(n)) => m == n,
        (Kind::B(m), Kind::B(n)) => m == n,
        (Kind::C, Kind::C) => true,
        _ => false,
    }
}

#[inline(never)]
pub fn flags(a: bool, b: bool, c: bool, d: bool, out: &mut u8) -> (bool, bool) {
    if a || b || c || d {
        *out += 1;
        (a, b)
    } else {
        (c, d)
    }
}

#[inline(never)]
pub fn numbers(a: u32, b: u32) -> u8 {
    match a {
        1 => match b {
            1 => 2,
            _ => 3,
        },
        _ => 3,
    }
}

//~ SIZE 12 flags
//~ SIZE 16 both
//~ SIZE 29 same
//~ SIZE 9 numbers
