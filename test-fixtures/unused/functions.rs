// Parameters that appear nowhere in the body, in signatures only, and in types of locals.
fn none<T>() {}

fn one_of_two<A, B>() -> usize {
    let _x: Option<B> = None;
    1
}

fn used_by_argument<T>(_: T) {}

fn used_by_reference<T>(_: &T) {}

fn used_by_return<T: Default>() -> T {
    T::default()
}

fn used_by_size<T>() -> usize {
    std::mem::size_of::<T>()
}

fn all<A, B, C>(n: u32) -> u32 {
    n + 1
}

fn main() {
    none::<u8>();
    none::<u16>();
    one_of_two::<u16, u32>();
    one_of_two::<u64, u32>();
    used_by_argument(1u8);
    used_by_reference(&'c');
    used_by_return::<i64>();
    used_by_size::<[u8; 3]>();
    all::<u8, (), char>(1);
    all::<u16, bool, ()>(2);
}

//~ UNUSED 2:4 fn none: T
//~ UNUSED 4:4 fn one_of_two: A
//~ UNUSED 21:4 fn all: A, B, C
//~ POLY_ITEM fn all::<A, B, C>
//~ POLY_ITEM fn main
//~ POLY_ITEM fn none::<T>
//~ POLY_ITEM fn one_of_two::<A, u32>
//~ POLY_ITEM fn used_by_argument::<u8>
//~ POLY_ITEM fn used_by_reference::<char>
//~ POLY_ITEM fn used_by_return::<i64>
//~ POLY_ITEM fn used_by_size::<[u8; 3]>
