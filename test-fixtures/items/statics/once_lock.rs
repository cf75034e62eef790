// A static that is filled when it is first used, by a closure and by a function.
use std::sync::OnceLock;

struct Settings {
    name: String,
}

static NAME: OnceLock<String> = OnceLock::new();
static SETTINGS: OnceLock<Settings> = OnceLock::new();

fn load() -> Settings {
    Settings { name: NAME.get_or_init(|| "a".to_string()).clone() }
}

fn main() {
    let _ = SETTINGS.get_or_init(load).name.len();
    let _ = NAME.get().map(String::len);
}

//~ MONO_ITEM fn <fn() -> Settings {load} as std::ops::FnOnce<()>>::call_once - shim(fn() -> Settings {load})
//~ MONO_ITEM fn <for<'a> fn(&'a std::string::String) -> usize {std::string::String::len} as std::ops::FnOnce<(&std::string::String,)>>::call_once - shim(for<'a> fn(&'a std::string::String) -> usize {std::string::String::len})
//~ MONO_ITEM fn load
//~ MONO_ITEM fn load::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<Settings> - shim(Some(Settings))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::sync::OnceLock<Settings>> - shim(Some(std::sync::OnceLock<Settings>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::sync::OnceLock<std::string::String>> - shim(Some(std::sync::OnceLock<std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM static NAME
//~ MONO_ITEM static SETTINGS
