// OnceLock and LazyLock statics with closures and functions.
use std::sync::{LazyLock, OnceLock};
static A: LazyLock<Vec<u8>> = LazyLock::new(|| vec![1]);
static B: OnceLock<String> = OnceLock::new();
static C: LazyLock<usize> = LazyLock::new(make);
fn make() -> usize {
    A.len()
}
fn b() -> &'static str {
    B.get_or_init(|| String::from("b"))
}
fn main() {
    b();
    let _ = *C + A[0] as usize;
    fn local() -> u8 {
        static L: LazyLock<u8> = LazyLock::new(|| 3);
        *L
    }
    local();
}

//~ MONO_ITEM fn <{closure@lazily_made.rs:16:48: 16:50} as std::ops::FnOnce<()>>::call_once - shim
//~ MONO_ITEM fn <{closure@lazily_made.rs:3:45: 3:47} as std::ops::FnOnce<()>>::call_once - shim
//~ MONO_ITEM fn A::{closure#0}
//~ MONO_ITEM fn b
//~ MONO_ITEM fn b::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::local
//~ MONO_ITEM fn main::local::L::{closure#0}
//~ MONO_ITEM fn make
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::sync::LazyLock<std::vec::Vec<u8>>> - shim(Some(std::sync::LazyLock<std::vec::Vec<u8>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::sync::LazyLock<u8>> - shim(Some(std::sync::LazyLock<u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::sync::LazyLock<usize>> - shim(Some(std::sync::LazyLock<usize>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::sync::OnceLock<std::string::String>> - shim(Some(std::sync::OnceLock<std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM static A
//~ MONO_ITEM static B
//~ MONO_ITEM static C
//~ MONO_ITEM static main::local::L
