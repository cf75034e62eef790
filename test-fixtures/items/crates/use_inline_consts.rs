//@ aux: cells.rs
// What a constant of another crate refers to is there already, through `const { … }` and the closures in it too.
fn main() {
    cells::current();
}

//~ MONO_ITEM fn <{closure@cells::STATE::{constant#0}::{closure#1}} as std::ops::FnOnce<(u8,)>>::call_once - shim
//~ MONO_ITEM fn cells::Key::with::<bool, {closure@cells::current::{closure#0}}>
//~ MONO_ITEM fn cells::Key::with::<bool, {closure@cells::current::{closure#1}}>
//~ MONO_ITEM fn cells::current
//~ MONO_ITEM fn cells::current::{closure#0}
//~ MONO_ITEM fn cells::current::{closure#1}
//~ MONO_ITEM fn main
