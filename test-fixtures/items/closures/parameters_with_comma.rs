// A comma behind the last parameter, as macros write it.
macro_rules! table {
    ($($name:ident ($($param:ident),*) $body:expr;)*) => {
        ($(|this, $($param),*| apply(this, || $body, ),)*)
    };
}

fn apply<T, F: FnOnce() -> u8>(_: T, f: F) -> u8 {
    f()
}

fn both<A: Fn(u8, u16) -> u8, B: Fn(u8) -> u8>(a: A, b: B, bits: u8) -> u8 {
    a(1, 2) + b(bits)
}

fn main() {
    let (first, second) = table! {
        first() 1;
        second(a, b) a | b;
    };
    first(1i8);
    second(1i16, 2u8, 3u8);
    both(|a, b,| a + b as u8, |x: u8,| x, 1 | 2);
    let x = 1 | 2;
    both(move |a, _,| a | x, |y| x | y, x | 4);
    let f = |a: Vec<u8>, (b, _): (u32, &str),| (a.len(), b);
    f(vec![1], (2, ""));
}

//~ MONO_ITEM fn apply::<i16, {closure@parameters_with_comma.rs:4:44: 4:46}>
//~ MONO_ITEM fn apply::<i8, {closure@parameters_with_comma.rs:4:44: 4:46}>
//~ MONO_ITEM fn both::<{closure@parameters_with_comma.rs:23:10: 23:17}, {closure@parameters_with_comma.rs:23:31: 23:39}>
//~ MONO_ITEM fn both::<{closure@parameters_with_comma.rs:25:10: 25:22}, {closure@parameters_with_comma.rs:25:30: 25:33}>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn main::{closure#2}
//~ MONO_ITEM fn main::{closure#3}
//~ MONO_ITEM fn main::{closure#4}
//~ MONO_ITEM fn main::{closure#5}
//~ MONO_ITEM fn main::{closure#5}::{closure#0}
//~ MONO_ITEM fn main::{closure#6}
//~ MONO_ITEM fn main::{closure#6}::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
