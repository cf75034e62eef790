// A parameter used only in an inner closure counts in the outer one and in the function through it.
fn outer_only<T: Default>() -> u32 {
    let outer = || {
        let inner = || std::mem::size_of::<T>() as u32;
        inner() + 1
    };
    outer()
}

fn nowhere<T>() -> u32 {
    let outer = || {
        let inner = || 7;
        inner() + 1
    };
    outer()
}

fn inner_free<A, B: Default>() -> (u8, B) {
    let outer = || {
        let free = || 5u8;
        (free(), B::default())
    };
    outer()
}

fn main() {
    outer_only::<u8>();
    outer_only::<u64>();
    nowhere::<u8>();
    nowhere::<u16>();
    inner_free::<u8, char>();
    inner_free::<u16, char>();
}

//~ UNUSED 10:4 fn nowhere: T
//~ UNUSED 11:17 closure: T
//~ UNUSED 12:21 closure: T
//~ UNUSED 18:4 fn inner_free: A
//~ UNUSED 19:17 closure: A
//~ UNUSED 20:20 closure: A, B
//~ POLY_ITEM fn inner_free::<A, B>::{closure#0}::{closure#0}
//~ POLY_ITEM fn inner_free::<A, char>
//~ POLY_ITEM fn inner_free::<A, char>::{closure#0}
//~ POLY_ITEM fn main
//~ POLY_ITEM fn nowhere::<T>
//~ POLY_ITEM fn nowhere::<T>::{closure#0}
//~ POLY_ITEM fn nowhere::<T>::{closure#0}::{closure#0}
//~ POLY_ITEM fn outer_only::<u64>
//~ POLY_ITEM fn outer_only::<u64>::{closure#0}
//~ POLY_ITEM fn outer_only::<u64>::{closure#0}::{closure#0}
//~ POLY_ITEM fn outer_only::<u8>
//~ POLY_ITEM fn outer_only::<u8>::{closure#0}
//~ POLY_ITEM fn outer_only::<u8>::{closure#0}::{closure#0}
