//@ crate-type: lib
//@ compile-flags: -Copt-level=3
// How many elements a named constant refers to is known, whatever they are.
pub trait Flag {
    fn code(&self) -> u8;
}

pub struct Short;

impl Flag for Short {
    fn code(&self) -> u8 {
        1
    }
}

const FLAGS: &[&dyn Flag] = &[&Short, &Short];
const NUMBERS: &[u32] = &[1, 2, 3];
const NAMES: &[&str] = &["one", "other"];
const NONE: &[u8] = &[];
static STATIC: &[u32] = &[1, 2];

#[inline(never)]
pub fn flags() -> usize {
    FLAGS.len() + 1
}

#[inline(never)]
pub fn numbers(n: usize) -> bool {
    n < NUMBERS.len()
}

#[inline(never)]
pub fn names(n: usize) -> &'static str {
    NAMES[n]
}

#[inline(never)]
pub fn none() -> bool {
    NONE.len() == 0
}

#[inline(never)]
pub fn of_static() -> usize {
    STATIC.len() + 1
}

//~ SIZE 2 flags
//~ SIZE 2 none
//~ SIZE 2 numbers
//~ SIZE 7 names
//~ SIZE 9 of_static
