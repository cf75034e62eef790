// Lengths and const arguments whose expressions have others in them, wherever these stand.
use std::mem::size_of;

const N: usize = 3;

fn take<T>(_: T) {}

struct S<const K: usize>;

impl S<{ size_of::<[u16; N + 1]>() }> {
    fn f() {
        take(Self::f as fn());
    }
}

struct Holder {
    a: [u8; size_of::<[u32; N * 2]>()],
}

trait Len {
    const L: usize;
}

impl Len for u8 {
    const L: usize = size_of::<[u8; N + 4]>();
}

#[repr(u8)]
#[derive(Clone, Copy)]
enum Kind {
    Wide = size_of::<[u16; N + 2]>() as u8,
}

fn lazy() -> [u8; { const M: usize = 2; M + size_of::<[u8; N + 1]>() }] {
    [0; 6]
}

fn generic<T>(value: T) {
    take([0u8; size_of::<[u8; N + 5]>()]);
    take(value);
}

fn main() {
    take([0u8; size_of::<[u8; N + 1]>()]);
    S::<8>::f();
    take(Holder { a: [0; 24] }.a);
    take([1u16; <u8 as Len>::L]);
    take([1u32; Kind::Wide as usize]);
    take(lazy());
    generic(1i64);
    let closure = || take([0u64; { size_of::<[u8; { N + 1 }]>() + size_of::<[u16; 2 * N]>() }]);
    closure();
    take([0i8; { struct Q([u8; N + 6]); size_of::<Q>() }]);
    take([0i16; size_of::<[u8; size_of::<[u16; N + 7]>() + 1]>()]);
}

//~ MONO_ITEM fn S::<{ size_of::<[u16; N + 1]>() }>::f
//~ MONO_ITEM fn generic::<i64>
//~ MONO_ITEM fn lazy
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn take::<[i16; 21]>
//~ MONO_ITEM fn take::<[i8; 9]>
//~ MONO_ITEM fn take::<[u16; 7]>
//~ MONO_ITEM fn take::<[u32; 10]>
//~ MONO_ITEM fn take::<[u64; 16]>
//~ MONO_ITEM fn take::<[u8; 24]>
//~ MONO_ITEM fn take::<[u8; 4]>
//~ MONO_ITEM fn take::<[u8; 6]>
//~ MONO_ITEM fn take::<[u8; 8]>
//~ MONO_ITEM fn take::<fn()>
//~ MONO_ITEM fn take::<i64>
