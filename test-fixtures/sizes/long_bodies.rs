//@ crate-type: lib
//@ compile-flags: -Copt-level=3
// However long a body is, what is copied once is where it goes to.
#[inline(never)]
pub fn next(n: u32) -> u32 {
    n
}

macro_rules! one {
    ($n:ident) => {
        *$n = next(*$n);
    };
}
macro_rules! eight {
    ($n:ident $m:ident) => {
        $m!($n); $m!($n); $m!($n); $m!($n); $m!($n); $m!($n); $m!($n); $m!($n);
    };
}
macro_rules! some {
    ($n:ident) => {
        eight!($n one);
    };
}
macro_rules! many {
    ($n:ident) => {
        eight!($n some);
    };
}

#[inline(never)]
pub fn found(n: u32) -> Option<u32> {
    Some(n)
}

#[inline(never)]
pub fn long(n: &mut u32) -> u32 {
    eight!(n many);
    if let Some(n) = found(*n) { n } else { 3 }
}

//~ SIZE 2 found
//~ SIZE 2 next
//~ SIZE 3598 long
