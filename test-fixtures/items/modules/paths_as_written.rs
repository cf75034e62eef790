// What stands in a file that a #[path] leads to by a detour is printed with that path, and so are the files below it.
#[path = "../modules/aux/below/./../detour.rs"]
mod detour;

fn twice<F: Fn(u32) -> u32>(f: F) -> u32 {
    f(f(1))
}

fn main() {
    detour::run();
    twice(|n| n);
}

//~ MONO_ITEM fn detour::below::inner::add
//~ MONO_ITEM fn detour::below::inner::add::{closure#0}
//~ MONO_ITEM fn detour::run
//~ MONO_ITEM fn detour::run::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn twice::<{closure@../modules/aux/below/./../below/detour_below.rs:2:18: 2:21}>
//~ MONO_ITEM fn twice::<{closure@../modules/aux/below/./../detour.rs:7:18: 7:21}>
//~ MONO_ITEM fn twice::<{closure@paths_as_written.rs:11:11: 11:14}>
