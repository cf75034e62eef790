//@ aux: shapes.rs
//@ aux: facade.rs
// A crate that another one renames prints by its own name there.
use facade::s::plane::Circle;

fn main() {
    let circle = Circle::new(2.0);
    circle.area();
    circle.map(|n| n as u32);
    facade::s::plane::Circle::new(1.0).map(|n| n > 1.0);
}

//~ MONO_ITEM fn facade::shapes::Round::area
//~ MONO_ITEM fn facade::shapes::Round::map::<bool, {closure@extern_crate_as.rs:10:44: 10:47}>
//~ MONO_ITEM fn facade::shapes::Round::map::<u32, {closure@extern_crate_as.rs:9:16: 9:19}>
//~ MONO_ITEM fn facade::shapes::plane::logged::<bool>
//~ MONO_ITEM fn facade::shapes::plane::logged::<u32>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
