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

fn known(number: Result<u64, Meters>) -> Option<u64> {
    match number {
        Ok(value) => Some(value),
        Err(error) => Some(error.0 + 1),
    }
}

#[inline]
fn branch(number: Option<u64>) -> Result<u64, Meters> {
    match number {
        Some(value) => Ok(value),
        None => Err(Meters(0)),
    }
}

#[inline(never)]
fn never_wrong(number: &u64) -> Option<u64> {
    known(branch(Some(*number)))
}

fn main() {
    signed(&Meters(1));
    never_wrong(&1);
}

//~ SIZE 14 never_wrong
//~ SIZE 6 signed
//~ SIZE 7 main
