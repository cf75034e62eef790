//@ aux: shapes.rs
//@ compile-flags: -Copt-level=2 -Zinline-mir=no
// Optimised: generics are not shared, so instances that the library has already are made again.
use shapes::{Guard, Scale};

struct Line(f64);

impl Scale for Line {
    fn scale(&self, by: f64) -> f64 {
        self.0 * by
    }
}

fn main() {
    shapes::generic::<u64>();
    shapes::generic::<u8>();
    shapes::prefilled();
    shapes::inlined();
    Line(1.0).double();
    let _guard = Guard("x");
    shapes::plane::Circle::new(1.0).map(|r| r > 0.5);
}

//~ MONO_ITEM fn <Line as shapes::Scale>::double
//~ MONO_ITEM fn <Line as shapes::Scale>::scale
//~ MONO_ITEM fn <shapes::Guard<&str> as std::ops::Drop>::drop
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn shapes::Round::map::<bool, {closure@release.rs:21:41: 21:44}>
//~ MONO_ITEM fn shapes::generic::<u64>
//~ MONO_ITEM fn shapes::generic::<u8>
//~ MONO_ITEM fn shapes::inlined
//~ MONO_ITEM fn shapes::plane::logged::<bool>
//~ MONO_ITEM fn std::ptr::drop_in_place::<shapes::Guard<&str>> - shim(Some(shapes::Guard<&str>))
