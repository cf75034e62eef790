//@ compile-flags: -Clink-dead-code
// Eager collection of a binary: every non-generic item, drop glue of non-generic types, default trait methods.
struct Dropped {
    text: String,
    number: u32,
}

impl Drop for Dropped {
    fn drop(&mut self) {
        self.number = 0;
    }
}

struct NoDrop(u32);

struct Generic<T>(T);

impl<T> Generic<T> {
    fn never(&self) -> &T {
        &self.0
    }
}

impl Generic<u8> {
    fn concrete(&self) -> u8 {
        self.0
    }
}

trait Greeter {
    fn name(&self) -> u8;
    fn greet(&self) -> u8 {
        self.name() + default_only()
    }
    fn generic<T>(&self, t: T) -> T {
        t
    }
}

impl Greeter for NoDrop {
    fn name(&self) -> u8 {
        self.0 as u8
    }
}

fn default_only() -> u8 {
    4
}

fn unused() -> Option<Dropped> {
    let closure = || used_in_closure(1);
    closure();
    None
}

fn used_in_closure(n: u8) -> u8 {
    n
}

fn unused_generic<T>() {}

static UNUSED: u8 = 1;
const CONSTANT: fn() -> Option<Dropped> = unused;

fn main() {
    let _ = NoDrop(1).0;
}

//~ MONO_ITEM fn <Dropped as std::ops::Drop>::drop
//~ MONO_ITEM fn <NoDrop as Greeter>::greet
//~ MONO_ITEM fn <NoDrop as Greeter>::name
//~ MONO_ITEM fn Generic::<u8>::concrete
//~ MONO_ITEM fn default_only
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<Dropped> - shim(Some(Dropped))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn unused
//~ MONO_ITEM fn unused::{closure#0}
//~ MONO_ITEM fn used_in_closure
//~ MONO_ITEM static UNUSED
