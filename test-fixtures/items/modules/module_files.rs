// Modules in files of their own: by #[path], nested, with restricted visibility and privacy of fields.
#[path = "aux/part.rs"]
mod part;

fn own() -> u32 {
    1
}

mod wrapped {
    pub use crate::part::inner::{self, Piece};

    pub fn use_it() -> u32 {
        inner::count() + Piece("x").size() as u32
    }
}

fn main() {
    let _: u8 = part::part();
    wrapped::use_it();
}

//~ MONO_ITEM fn main
//~ MONO_ITEM fn own
//~ MONO_ITEM fn part::inner::Piece::<'_>::size
//~ MONO_ITEM fn part::inner::count
//~ MONO_ITEM fn part::part::<u8>
//~ MONO_ITEM fn wrapped::use_it
