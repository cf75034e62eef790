//@ crate-type: bin
//@ compile-flags: -Copt-level=3 -Cdebug-assertions=no
// Statements and terminators of functions that went through rustc's optimizations.
#![allow(unused)]
use std::mem::{size_of_val, transmute, MaybeUninit};
use std::ptr::NonNull;

trait Stored {
    type As;
}
impl Stored for u8 {
    type As = u32;
}
struct Counts<'a> {
    strong: &'a <u8 as Stored>::As,
    weak: &'a u8,
}
#[repr(C)]
#[derive(Clone, Copy)]
struct AsInC {
    value: u64,
}
struct Two {
    strong: AsInC,
    weak: AsInC,
}
#[repr(transparent)]
struct Text {
    bytes: [u8],
}
const HALF: usize = 6;
struct Node<K> {
    keys: [K; 2 * HALF],
}

// A field whose type is an associated type is of the type that it stands for.
#[inline(never)]
fn strong(counts: Option<Counts>) -> u32 {
    match counts {
        Some(counts) => read(counts.strong),
        None => 0,
    }
}
#[inline]
fn read(count: &u32) -> u32 {
    *count + 1
}
// As C passes arguments, a struct around a number is no number, and no constant.
#[inline(never)]
fn two() -> Two {
    Two { strong: AsInC { value: 1 }, weak: AsInC { value: 1 } }
}
// Pointers to what ends in a slice have its length beside them.
#[inline(never)]
fn text(bytes: NonNull<[u8]>) -> *const Text {
    unsafe { transmute::<NonNull<[u8]>, *const [u8]>(bytes) as *const Text }
}
// Whether there are values is known of a type that a parameter has no part in.
#[inline(never)]
fn initialized(value: MaybeUninit<u16>) -> u16 {
    unsafe { value.assume_init() }
}
#[inline(never)]
fn initialized_pointer<T>(value: MaybeUninit<NonNull<T>>) -> NonNull<T> {
    unsafe { value.assume_init() }
}
#[inline(never)]
fn initialized_parameter<T>(value: MaybeUninit<T>) -> T {
    unsafe { value.assume_init() }
}
// What is not initialized is a constant, however large it is.
#[inline(never)]
fn buffer(number: u32) -> usize {
    let mut buffer = [MaybeUninit::<u8>::uninit(); 10];
    filled(number, &mut buffer)
}
#[inline(never)]
fn filled(number: u32, buffer: &mut [MaybeUninit<u8>]) -> usize {
    buffer.len()
}
// Lengths in types mention no parameters.
#[inline(never)]
fn length<K>(node: &Node<K>) -> usize {
    let keys: &[K] = &node.keys;
    keys.len()
}
#[inline(never)]
fn size<T>(value: &T) -> usize {
    size_of_val(value)
}

// The `;` after a block makes nothing of its value, whatever the type is.
#[inline(never)]
fn forgotten(count: u32) {
    unsafe { counted(count) };
}
#[inline(never)]
unsafe fn counted(count: u32) -> u32 {
    count
}
// Behind an assertion or a branch, what was tested is known.
#[inline(never)]
fn quotient_and_rest(a: i32, b: i32) -> i32 {
    a / b + a % b
}
#[inline(never)]
fn known_zero(height: usize) -> usize {
    if height == 0 {
        counted_up(height)
    } else {
        counted_up(height - 1)
    }
}
#[inline(never)]
fn counted_up(height: usize) -> usize {
    height + 1
}
// A constant of a generic type may hang on none of its parameters.
struct Table<const N: usize> {
    rows: [u8; N],
}
impl<const N: usize> Table<N> {
    const FIRST: u8 = 128;
    #[inline(never)]
    fn second(&self) -> u8 {
        Self::FIRST + 1
    }
}

// What a variable is a copy of stands for it, also where something behind it is dropped.
#[inline(never)]
fn replaced(from: (&mut String, u32), by: String) -> u32 {
    let (to, count) = from;
    *to = by;
    count
}
// Glue is called, if there is something to drop.
#[inline(never)]
unsafe fn cleared<T>(values: *mut [T], count: &mut usize) {
    if *count > 0 {
        *count = 0;
        std::ptr::drop_in_place(values);
    }
}
#[inline(never)]
unsafe fn cleared_bytes(values: *mut [u8], count: &mut usize) {
    *count = 0;
    unsafe { std::ptr::drop_in_place(values) };
}

#[inline(never)]
unsafe fn cleared_if_needed<T>(values: *mut [T], count: &mut usize) {
    *count = 0;
    if const { std::mem::needs_drop::<T>() } {
        std::ptr::drop_in_place(values);
    }
}

// An index by which a value may be read again has storage to the end.
#[inline(never)]
fn boundary(bytes: &[u8], mut index: usize) -> usize {
    while index > 0 {
        if bytes[index] > 64 {
            break;
        }
        index -= 1;
    }
    index
}

fn main() {
    let functions = [
        strong as *const (),
        two as *const (),
        text as *const (),
        initialized as *const (),
        initialized_pointer::<u8> as *const (),
        initialized_parameter::<u8> as *const (),
        length::<u8> as *const (),
        size::<u8> as *const (),
        forgotten as *const (),
        replaced as *const (),
        cleared::<String> as *const (),
        cleared_bytes as *const (),
        boundary as *const (),
        cleared_if_needed::<u8> as *const (),
        buffer as *const (),
        quotient_and_rest as *const (),
        known_zero as *const (),
        Table::<2>::second as *const (),
    ];
    keep(&functions);
}
#[inline(never)]
fn keep(functions: &[*const ()]) {}

//~ SIZE 1 keep
//~ SIZE 11 initialized
//~ SIZE 11 initialized_pointer
//~ SIZE 117 main
//~ SIZE 12 cleared
//~ SIZE 12 initialized_parameter
//~ SIZE 14 quotient_and_rest
//~ SIZE 15 strong
//~ SIZE 2 Table::<N>::second
//~ SIZE 2 cleared_bytes
//~ SIZE 2 counted
//~ SIZE 2 counted_up
//~ SIZE 2 filled
//~ SIZE 2 size
//~ SIZE 2 text
//~ SIZE 29 boundary
//~ SIZE 3 two
//~ SIZE 4 cleared_if_needed
//~ SIZE 4 forgotten
//~ SIZE 4 length
//~ SIZE 8 known_zero
//~ SIZE 9 buffer
//~ SIZE 9 replaced
