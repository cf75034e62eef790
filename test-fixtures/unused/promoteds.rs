// Promoted constants are followed: one that needs the parameter uses it.
fn plain<T>() -> &'static u32 {
    &7
}

fn array<T>() -> &'static [u8; 3] {
    &[1, 2, 3]
}

fn generic_option<T>() -> &'static Option<fn(T)> {
    &None
}

fn string<T>(flag: bool) -> &'static str {
    if flag { "a" } else { "b" }
}

fn empty_slice<T>() -> &'static [T] {
    &[]
}

fn main() {
    plain::<u8>();
    plain::<u16>();
    array::<u8>();
    generic_option::<u8>();
    string::<u8>(true);
    empty_slice::<u8>();
}

//~ UNUSED 2:4 fn plain: T
//~ UNUSED 6:4 fn array: T
//~ UNUSED 14:4 fn string: T
//~ POLY_ITEM fn array::<T>
//~ POLY_ITEM fn empty_slice::<u8>
//~ POLY_ITEM fn generic_option::<u8>
//~ POLY_ITEM fn main
//~ POLY_ITEM fn plain::<T>
//~ POLY_ITEM fn string::<T>
