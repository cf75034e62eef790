//@ crate-type: lib
//@ compile-flags: -Copt-level=3
// Where std checks a precondition in front of code that cannot be reached, the check is what is assumed to be on. It is
// off here: the call of the check goes, and what is left is small enough to be inlined.
use std::num::NonZeroU32;

pub struct Position(NonZeroU32);

impl Position {
    fn new(index: u32, hash: u16) -> Position {
        Position(unsafe { NonZeroU32::new_unchecked(((u32::from(hash) << 16) + index).wrapping_add(1)) })
    }

    pub fn get(&self) -> u32 {
        self.0.get()
    }
}

#[inline(never)]
pub fn first(index: u32) -> Position {
    Position::new(index, 0)
}

#[inline(never)]
pub fn second(index: u32, hash: u16) -> Position {
    Position::new(index, hash)
}

//~ MONO_ITEM fn first
//~ MONO_ITEM fn second
