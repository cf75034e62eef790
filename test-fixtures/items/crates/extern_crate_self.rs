//@ crate-type: lib
// A library that names itself, as macros that it shares with its users want it, is not below itself.
extern crate self as extern_crate_self;

pub fn same<T>(value: T) -> T {
    value
}

pub mod inner {
    pub fn run() -> u8 {
        extern_crate_self::same(::extern_crate_self::same(3))
    }
}

//~ MONO_ITEM fn inner::run
//~ MONO_ITEM fn same::<u8>
