// What leaves out values by its declaration, a capacity or an address, has room for the variants of an enum around it,
// wherever that has room for their data. A vector is aligned as a whole.
//@ edition: 2021
#![feature(repr_simd)]
#![allow(internal_features)]
use std::borrow::Cow;
use std::num::NonZeroU128;
use std::ptr::NonNull;

fn size<const N: usize>() {}

enum Text {
    Static(&'static str),
    Owned(String),
}
enum Wide {
    One(u64, u64, u64),
    Owned(Vec<u8>),
}
enum Address {
    Some(NonNull<[u8]>),
    Byte(u8),
}
enum Large {
    Number(NonZeroU128),
    Byte(u8),
}
#[repr(simd)]
struct Vector([i64; 2]);
struct Group {
    numbers: Vector,
    first: u8,
}

fn main() {
    size::<{ size_of::<Text>() }>();
    size::<{ size_of::<Wide>() + 100 }>();
    size::<{ size_of::<Address>() + 200 }>();
    size::<{ size_of::<Large>() + 300 }>();
    size::<{ size_of::<Cow<'static, str>>() + 400 }>();
    size::<{ size_of::<Vector>() + 600 }>();
    size::<{ size_of::<Group>() + 700 }>();
}

//~ MONO_ITEM fn main
//~ MONO_ITEM fn size::<132>
//~ MONO_ITEM fn size::<216>
//~ MONO_ITEM fn size::<24>
//~ MONO_ITEM fn size::<332>
//~ MONO_ITEM fn size::<424>
//~ MONO_ITEM fn size::<616>
//~ MONO_ITEM fn size::<732>
