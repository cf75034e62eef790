//@ crate-type: bin
//@ compile-flags: -Copt-level=3 -Cdebuginfo=1
// Short of full debug information, the variables of what is inlined are forgotten, and what nobody else reads with them.
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

//~ SIZE 3 signed
//~ SIZE 4 main
