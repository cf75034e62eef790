//@ crate-type: lib
//@ edition: 2018
// A crate without std that brings it in where it needs it: what std gives its types is there then.
#![no_std]

mod lazy {
    extern crate std;
    use self::std::sync::Once;

    pub struct Lazy(Once);

    impl Lazy {
        pub fn get(&self, f: fn()) {
            self.0.call_once(|| f());
        }
    }
}

pub fn get(lazy: &lazy::Lazy) {
    lazy.get(|| ());
}

//~ MONO_ITEM fn get
//~ MONO_ITEM fn get::{closure#0}
//~ MONO_ITEM fn lazy::Lazy::get
//~ MONO_ITEM fn lazy::Lazy::get::{closure#0}
//~ MONO_ITEM fn lazy::std::sync::Once::call_once::<{closure@std_in_a_module.rs:14:30: 14:32}>
//~ MONO_ITEM fn lazy::std::sync::Once::call_once::<{closure@std_in_a_module.rs:14:30: 14:32}>::{closure#0}
