//@ crate-type: lib
//@ edition: 2024
// Edition 2024: unsafe attributes and extern blocks, precise capturing, exported symbols beside private helpers.
unsafe extern "C" {
    safe fn abs(n: i32) -> i32;
}

#[unsafe(no_mangle)]
pub extern "C" fn plugin_entry(n: i32) -> i32 {
    helper(n, |m| abs(m))
}

#[unsafe(export_name = "plugin_drop")]
extern "C" fn private_export(state: Option<Box<State>>) {
    drop(state);
}

struct State {
    names: Vec<String>,
}

impl State {
    fn names(&self) -> impl Iterator<Item = &str> + use<'_> {
        self.names.iter().map(|name| name.as_str())
    }
}

fn helper<F: Fn(i32) -> i32>(n: i32, f: F) -> i32 {
    f(n)
}

pub fn count(names: &[&str]) -> usize {
    let state = State { names: names.iter().map(|n| n.to_string()).collect() };
    state.names().count()
}

//~ MONO_ITEM fn State::names
//~ MONO_ITEM fn State::names::{closure#0}
//~ MONO_ITEM fn count
//~ MONO_ITEM fn count::{closure#0}
//~ MONO_ITEM fn helper::<{closure@no_main_cdylib.rs:10:15: 10:18}>
//~ MONO_ITEM fn plugin_entry
//~ MONO_ITEM fn plugin_entry::{closure#0}
//~ MONO_ITEM fn private_export
//~ MONO_ITEM fn std::ptr::drop_in_place::<State> - shim(Some(State))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::string::String]> - shim(Some([std::string::String]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<std::string::String>> - shim(Some(std::vec::Vec<std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
