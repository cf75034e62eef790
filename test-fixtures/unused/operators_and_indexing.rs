// Built-in operations need no parameter; overloaded ones on a parameter do, and indexing by one does.
use std::ops::{Add, Index};

fn builtin<T>(a: u32, b: u32) -> u32 {
    (a + b) * 2 - a / 3
}

fn overloaded<T: Add<Output = T> + Copy>(a: T) -> T {
    a + a
}

fn array_index<T>(items: &[u8; 4], i: usize) -> u8 {
    items[i]
}

fn generic_index<C: Index<usize>>(c: &C) -> &C::Output {
    &c[0]
}

fn comparison<T>(a: &str, b: &str) -> bool {
    a == b
}

fn negation<T>(flag: bool) -> bool {
    !flag
}

fn main() {
    builtin::<u8>(1, 2);
    overloaded(1.5);
    array_index::<u8>(&[1, 2, 3, 4], 0);
    generic_index(&vec![1]);
    comparison::<u8>("a", "b");
    negation::<u8>(true);
}

//~ UNUSED 4:4 fn builtin: T
//~ UNUSED 12:4 fn array_index: T
//~ UNUSED 20:4 fn comparison: T
//~ UNUSED 24:4 fn negation: T
//~ POLY_ITEM fn array_index::<T>
//~ POLY_ITEM fn builtin::<T>
//~ POLY_ITEM fn comparison::<T>
//~ POLY_ITEM fn generic_index::<std::vec::Vec<i32>>
//~ POLY_ITEM fn main
//~ POLY_ITEM fn negation::<T>
//~ POLY_ITEM fn overloaded::<f64>
