//@ aux: registry.rs
// `#[macro_export(local_inner_macros)]`: the macros that a macro calls are found in its own crate.
use registry::slot;

slot! {
    first = 1 + 1;
    second = "two";
}

fn main() {
    first().take();
    second().take();
    let own = registry::Slot(3u8);
    own.take();
}

//~ MONO_ITEM fn first
//~ MONO_ITEM fn main
//~ MONO_ITEM fn registry::Slot::<&str>::take
//~ MONO_ITEM fn registry::Slot::<u8>::take
//~ MONO_ITEM fn second
