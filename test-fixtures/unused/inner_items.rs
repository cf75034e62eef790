// Inner functions do not inherit parameters; a static in a generic function is one, and uses none of them.
use std::sync::atomic::{AtomicU32, Ordering};

fn counter<T>() -> u32 {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    COUNT.fetch_add(1, Ordering::Relaxed)
}

fn inner<T>() -> u32 {
    fn helper<U>(u: U) -> U {
        u
    }
    helper(1)
}

fn inner_used<T: Default>() -> T {
    fn make<U: Default>() -> U {
        U::default()
    }
    make()
}

fn inner_unused<T>() -> u32 {
    fn silent<U>() -> u32 {
        3
    }
    silent::<T>()
}

fn main() {
    counter::<u8>();
    counter::<u16>();
    inner::<u8>();
    inner_used::<i32>();
    inner_unused::<u8>();
}

//~ UNUSED 4:4 fn counter: T
//~ UNUSED 9:4 fn inner: T
//~ UNUSED 24:8 fn silent: U
//~ POLY_ITEM fn counter::<T>
//~ POLY_ITEM fn inner::<T>
//~ POLY_ITEM fn inner::helper::<u32>
//~ POLY_ITEM fn inner_unused::<u8>
//~ POLY_ITEM fn inner_unused::silent::<U>
//~ POLY_ITEM fn inner_used::<i32>
//~ POLY_ITEM fn inner_used::make::<i32>
//~ POLY_ITEM fn main
//~ POLY_ITEM static counter::COUNT
