//@ aux: lengths.rs
// A length that is computed in the header of another crate's impl prints as its path there.
use lengths::Outer;
use lengths::inner::{Filled, One};

struct Own<T>([T; 6]);

impl<T: Default + Copy> Filled for Own<[T; 8 - 2]> {
    fn filled() -> Self {
        Own([[T::default(); 6]; 6])
    }
}

fn main() {
    <[u8; 3]>::filled();
    <[u8; 4]>::filled();
    <[u16; 1]>::filled();
    One::<[u8; 2]>::filled();
    Outer::<[u32; 2]>::filled();
    Own::<[u64; 6]>::filled();
    let _: [u8; 16] = Default::default();
}

//~ MONO_ITEM fn <Own<[u64; 8 - 2]> as lengths::inner::Filled>::filled
//~ MONO_ITEM fn <[u16; 1] as lengths::inner::Filled>::filled
//~ MONO_ITEM fn <[u8; lengths::::inner::{impl#2}::{constant#0}] as lengths::inner::Filled>::filled
//~ MONO_ITEM fn <[u8; lengths::::inner::{impl#2}::{constant#0}] as lengths::inner::Filled>::filled::{closure#0}
//~ MONO_ITEM fn <[u8; lengths::::inner::{impl#5}::{constant#0}] as lengths::inner::Filled>::filled
//~ MONO_ITEM fn <[u8; lengths::::inner::{impl#5}::{constant#0}] as lengths::inner::Filled>::filled::{closure#0}
//~ MONO_ITEM fn <lengths::Outer<[u32; lengths::::{impl#0}::{constant#0}]> as lengths::inner::Filled>::filled
//~ MONO_ITEM fn <lengths::inner::One<[u8; lengths::::inner::{impl#0}::{constant#0}]> as lengths::inner::Filled>::filled
//~ MONO_ITEM fn main
