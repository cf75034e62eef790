// Closures in files that `include!` names are printed by their places there, the path as it is written.
fn take<F: Fn(u32) -> u32>(f: F) -> u32 {
    f(1)
}

mod tables {
    include!("aux/included_items.rs");
}

fn main() {
    tables::run();
    let n = include!("../macros/aux/included_expr.rs");
    take(|x| x + n);
}

//~ MONO_ITEM fn <{closure@aux/included_items.rs:1:50: 1:53} as std::ops::FnOnce<(u32,)>>::call_once - shim
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn tables::TABLE::{closure#0}
//~ MONO_ITEM fn tables::double
//~ MONO_ITEM fn tables::run
//~ MONO_ITEM fn tables::run::{closure#0}
//~ MONO_ITEM fn take::<{closure@../macros/aux/included_expr.rs:1:6: 1:9}>
//~ MONO_ITEM fn take::<{closure@aux/included_items.rs:3:35: 3:38}>
//~ MONO_ITEM fn take::<{closure@included_closures.rs:13:10: 13:13}>
//~ MONO_ITEM static tables::TABLE
