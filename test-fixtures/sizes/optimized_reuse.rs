//@ crate-type: bin
//@ compile-flags: -Copt-level=3
// What is read in place of other values may outlive its scope, and so has no storage markers.
#![allow(unused)]

#[inline(never)]
fn is_set(words: &[u64; 4], byte: u8) -> bool {
    let bit = byte % 64;
    let word = words[(byte / 64) as usize] & (1 << bit);
    word > 0
}

#[inline(never)]
fn next(words: &[u64], at: usize) -> u64 {
    words[at + 1]
}

#[inline(never)]
fn both(words: &[u64], at: usize) -> u64 {
    words[at] + words[at + 1]
}

// What is written at an index is not read.
#[inline(never)]
fn put(words: &mut [u8; 8], start: usize) -> usize {
    let mut at = start;
    words[at] = 1;
    at += 1;
    words[at] = 2;
    at
}

// Of a table that is known, what is at an index is not.
static CLASSES: [u8; 256] = [1; 256];
const WEIGHTS: [u8; 256] = [2; 256];

#[inline(never)]
fn classify(byte: u8) -> u8 {
    CLASSES[byte as usize]
}

#[inline(never)]
fn weigh(byte: u8) -> u8 {
    WEIGHTS[byte as usize]
}

struct Table {
    drop: unsafe fn(u8),
    clone: unsafe fn(u8),
}

unsafe fn act<T>(value: u8) {}

#[inline(never)]
unsafe fn construct<T>(value: T, table: &'static Table, n: u8) -> u8 {
    n
}

// A variable that is a copy of another reference is that one to debuggers.
#[cold]
fn with_table<T>(value: T, n: u8) -> u8 {
    let table = &Table { drop: act::<T>, clone: act::<(T, T)> };
    unsafe { construct(value, table, n) }
}

// The type tells.
#[inline(never)]
fn size<T>(value: &Box<T>, pair: &(u8, T)) -> usize {
    std::mem::size_of_val(value) + std::mem::size_of_val(pair)
}

fn main() {
    is_set(&[1; 4], 1);
    next(&[1, 2], 0);
    both(&[1, 2], 0);
    put(&mut [0; 8], 1);
    classify(1);
    weigh(1);
    size(&Box::new(1u8), &(1, 2u8));
    with_table("x", 1);
}

//~ SIZE 1 act
//~ SIZE 14 both
//~ SIZE 15 put
//~ SIZE 16 is_set
//~ SIZE 2 size
//~ SIZE 2 with_table
//~ SIZE 3 construct
//~ SIZE 42 main
//~ SIZE 6 next
//~ SIZE 8 classify
//~ SIZE 8 weigh
