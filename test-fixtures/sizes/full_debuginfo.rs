//@ crate-type: bin
//@ compile-flags: -Copt-level=3 -Cdebuginfo=2
// With full debug information, the variables of what is inlined are kept, and what makes them with them.
#![allow(unused)]

#[derive(Clone, Copy)]
struct Meters(u64);

impl Meters {
    #[inline]
    fn as_signed(self) -> i64 {
        self.0 as i64
    }
}

#[inline]
fn first_of(length: i64, unused: u64) -> i64 {
    length
}

#[inline(never)]
fn signed(meters: &Meters) -> i64 {
    first_of(meters.as_signed(), meters.0 >> 1)
}

fn main() {
    signed(&Meters(1));
}

//~ SIZE 4 main
//~ SIZE 6 signed
