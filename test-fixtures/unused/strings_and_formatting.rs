// Formatting code: arguments of a parameter's type use it, panics and messages with fixed ones do not.
use std::fmt::Display;

fn fixed<T>(n: u32) -> String {
    format!("{} and {:?}", n, "text")
}

fn shown<T: Display>(t: &T) -> String {
    format!("{t}")
}

fn panics<T>(flag: bool) -> u32 {
    assert!(flag, "no {}", 3);
    4
}

fn unwraps<T>(o: Option<u8>) -> u8 {
    o.unwrap()
}

fn type_name<T>() -> &'static str {
    std::any::type_name::<T>()
}

fn main() {
    fixed::<u8>(1);
    fixed::<u16>(1);
    shown(&'c');
    panics::<u8>(true);
    unwraps::<u8>(Some(1));
    type_name::<u8>();
}

//~ UNUSED 4:4 fn fixed: T
//~ UNUSED 12:4 fn panics: T
//~ UNUSED 17:4 fn unwraps: T
//~ POLY_ITEM fn fixed::<T>
//~ POLY_ITEM fn main
//~ POLY_ITEM fn panics::<T>
//~ POLY_ITEM fn shown::<char>
//~ POLY_ITEM fn type_name::<u8>
//~ POLY_ITEM fn unwraps::<T>
