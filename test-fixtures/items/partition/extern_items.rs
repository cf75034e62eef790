//@ aux: shapes.rs
//@ compile-flags: -Cincremental=$SCRATCH/inc
//@ check-cgus
// Items of another crate: an instance lands in a volatile unit, an inlined function is copied where it is used.
mod first {
    pub fn run() -> u32 {
        shapes::generic::<i8>();
        shapes::inlined()
    }
}

mod second {
    pub fn run() -> u32 {
        shapes::generic::<i8>();
        let _guard = shapes::Guard('c');
        shapes::inlined()
    }
}

fn main() {
    first::run();
    second::run();
    shapes::plane::Circle::new(1.0).map(|r| r);
}

//~ MONO_ITEM fn <shapes::Guard<char> as std::ops::Drop>::drop @@ extern_items-fallback.cgu[Internal]
//~ MONO_ITEM fn first::run @@ extern_items-first[External]
//~ MONO_ITEM fn main @@ extern_items[External]
//~ MONO_ITEM fn main::{closure#0} @@ extern_items.volatile[External]
//~ MONO_ITEM fn second::run @@ extern_items-second[External]
//~ MONO_ITEM fn shapes::generic::<i8> @@ shapes-in-extern_items.volatile[External]
//~ MONO_ITEM fn shapes::inlined @@ shapes-in-extern_items[External]
//~ MONO_ITEM fn shapes::plane::Circle::map::<f64, {closure@extern_items.rs:23:41: 23:44}> @@ shapes-in-extern_items-plane.volatile[External]
//~ MONO_ITEM fn std::ptr::drop_in_place::<shapes::Guard<char>> - shim(Some(shapes::Guard<char>)) @@ extern_items-fallback.cgu[External]
