//@ compile-flags: -Copt-level=3
//@ crate-type: lib
// The length of an array is a constant of its type: another value than the number that was written.
extern crate core;

#[inline]
fn within(n: usize, all: &[u64]) -> bool {
    n <= all.len()
}

#[inline]
fn below<const N: usize>(n: usize, _all: &[u64; N]) -> bool {
    n <= N
}

#[inline(never)]
pub fn written(n: usize, all: &mut [u64; 16]) -> usize {
    if n <= 16 && within(n, all) { n } else { 3 }
}

#[inline(never)]
pub fn twice(n: usize, all: &mut [u64; 16]) -> usize {
    if within(n, all) && within(n, &all[..]) { n } else { 3 }
}

#[inline(never)]
pub fn of_type(n: usize, all: &mut [u64; 16]) -> usize {
    if within(n, all) && below(n, all) { n } else { 3 }
}

#[inline(never)]
pub fn checked(n: usize, all: &[u64; 16]) -> u64 {
    if n < 16 { all[n] + all[n] } else { 3 }
}

const MAX: usize = 16;

#[inline]
fn named(n: usize) -> bool {
    n <= MAX
}

#[inline(never)]
pub fn by_name(n: usize) -> usize {
    if n <= 16 && named(n) { n } else { 3 }
}

#[inline(never)]
pub fn by_name_twice(n: usize) -> usize {
    if n <= MAX && named(n) { n } else { 3 }
}

//~ SIZE 12 checked
//~ SIZE 13 by_name_twice
//~ SIZE 13 written
//~ SIZE 7 by_name
//~ SIZE 7 of_type
//~ SIZE 7 twice
