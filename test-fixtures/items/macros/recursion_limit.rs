//@ aux: deep_expansion.rs
// A crate says itself how deep its macro calls may nest, also where another one instantiates its functions.
#![recursion_limit = "160"]

fn take<T>(_: T) {}

macro_rules! take_all {
    () => {};
    ($next:expr $(, $rest:expr)*) => {
        take($next);
        take_all!($($rest),*);
    };
}

macro_rules! ten {
    ($($e:expr),*) => {
        take_all!($($e, $e, $e, $e, $e, $e, $e, $e, $e, $e),*);
    };
}

fn main() {
    ten!(1u8, 2u8, 3u8, 4u8, 5u8, 6u8, 7u8, 8u8, 9u8, 10u8, 11u8, 12u8, 13u8, 'z');
    match deep_expansion::deep(3u16) {
        Ok(n) => take(n),
        Err(deep) => take(deep),
    }
}

//~ MONO_ITEM fn deep_expansion::deep::<u16>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn take::<char>
//~ MONO_ITEM fn take::<deep_expansion::Deep>
//~ MONO_ITEM fn take::<u32>
//~ MONO_ITEM fn take::<u8>
