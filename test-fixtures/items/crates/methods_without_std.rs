//@ crate-type: lib
//@ edition: 2021
// Without std and alloc, what they add to the language's own types is not there: traits may have methods of those names.
#![no_std]

pub trait Own<T> {
    fn to_vec(&self, by: T) -> T;
}

impl<T, U> Own<U> for [T] {
    fn to_vec(&self, by: U) -> U {
        by
    }
}

pub trait Trig: Sized {
    fn sin<T>(self, by: T) -> T {
        by
    }
}

impl Trig for f64 {}

pub fn use_all(x: f64, list: &[u8]) -> u16 {
    let of_slice = list.to_vec(1u16);
    let of_float = x.sin(2u16);
    of_slice + of_float + f64::sin(x, 3u8) as u16
}

//~ MONO_ITEM fn <[u8] as Own<u16>>::to_vec
//~ MONO_ITEM fn <f64 as Trig>::sin::<u16>
//~ MONO_ITEM fn <f64 as Trig>::sin::<u8>
//~ MONO_ITEM fn use_all
