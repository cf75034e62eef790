//@ aux: shapes.rs
// What of another crate is generated here: instances and #[inline] functions, not what that crate has already.
use shapes::{circle, Guard, Round, Scale};

struct Square(f64);

impl Scale for Square {
    fn scale(&self, by: f64) -> f64 {
        self.0 * by
    }
}

fn total(items: &[&dyn Scale]) -> f64 {
    let mut sum = 0.0;
    for item in items {
        sum += item.double();
    }
    sum
}

fn main() {
    let round: Round = circle!(2.0);
    round.area();
    round.map(|r| r as u32);
    total(&[&round, &Square(1.0)]);
    let _guard = Guard(1u8);
    shapes::generic::<i16>();
    shapes::generic::<u64>();
    shapes::prefilled();
    shapes::inlined();
    shapes::TABLE[0]();
    let _ = [0; shapes::constant(2) as usize];
    let pointer: fn() -> u32 = shapes::inlined;
    pointer();
}

//~ MONO_ITEM fn <Square as shapes::Scale>::double
//~ MONO_ITEM fn <Square as shapes::Scale>::scale
//~ MONO_ITEM fn <shapes::Guard<u8> as std::ops::Drop>::drop
//~ MONO_ITEM fn <shapes::Round as shapes::Scale>::double
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn shapes::Round::area
//~ MONO_ITEM fn shapes::Round::map::<u32, {closure@use_library.rs:24:15: 24:18}>
//~ MONO_ITEM fn shapes::generic::<i16>
//~ MONO_ITEM fn shapes::inlined
//~ MONO_ITEM fn shapes::plane::logged::<u32>
//~ MONO_ITEM fn std::ptr::drop_in_place::<shapes::Guard<u8>> - shim(Some(shapes::Guard<u8>))
//~ MONO_ITEM fn total
