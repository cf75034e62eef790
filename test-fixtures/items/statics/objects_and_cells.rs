// Statics that hold trait objects, atomics, cells and references to other statics.
use std::sync::{
    Mutex, RwLock,
    atomic::{AtomicU32, Ordering},
};
trait Shape: Sync {
    fn area(&self) -> u32;
}
struct Sq(u32);
struct Un<T>(T);
impl Shape for Sq {
    fn area(&self) -> u32 {
        self.0
    }
}
impl<T: Sync + Copy + Into<u32>> Shape for Un<T> {
    fn area(&self) -> u32 {
        self.0.into()
    }
}
static SQ: Sq = Sq(2);
static ALL: [&dyn Shape; 3] = [&SQ, &Un(1u8), &Un(2u16)];
static N: AtomicU32 = AtomicU32::new(0);
static LOG: Mutex<Vec<String>> = Mutex::new(Vec::new());
static MAP: RwLock<Option<&dyn Shape>> = RwLock::new(None);
static UNUSED: &[fn() -> u8] = &[|| 1];
fn main() {
    N.fetch_add(ALL.iter().map(|s| s.area()).sum(), Ordering::Relaxed);
    LOG.lock().unwrap().push(String::new());
    if let Some(s) = *MAP.read().unwrap() {
        s.area();
    }
}

//~ MONO_ITEM fn <Sq as Shape>::area
//~ MONO_ITEM fn <Un<u16> as Shape>::area
//~ MONO_ITEM fn <Un<u8> as Shape>::area
//~ MONO_ITEM fn <{closure@objects_and_cells.rs:26:34: 26:36} as std::ops::FnOnce<()>>::call_once - shim
//~ MONO_ITEM fn UNUSED::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::string::String]> - shim(Some([std::string::String]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::cell::UnsafeCell<std::vec::Vec<std::string::String>>> - shim(Some(std::cell::UnsafeCell<std::vec::Vec<std::string::String>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::sync::Mutex<std::vec::Vec<std::string::String>>> - shim(Some(std::sync::Mutex<std::vec::Vec<std::string::String>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::sync::MutexGuard<'_, std::vec::Vec<std::string::String>>> - shim(Some(std::sync::MutexGuard<'_, std::vec::Vec<std::string::String>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::sync::RwLockReadGuard<'_, std::option::Option<&dyn Shape>>> - shim(Some(std::sync::RwLockReadGuard<'_, std::option::Option<&dyn Shape>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<std::string::String>> - shim(Some(std::vec::Vec<std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM static ALL
//~ MONO_ITEM static LOG
//~ MONO_ITEM static MAP
//~ MONO_ITEM static N
//~ MONO_ITEM static SQ
//~ MONO_ITEM static UNUSED
