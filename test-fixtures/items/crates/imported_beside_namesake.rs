//@ edition: 2021
//@ aux: parts.rs
// A path that begins with `::` is of a crate, though the module has something of that name, too: printed paths may
// start at the crate.
use ::parts::Part;

mod parts {
    pub fn inner(part: super::Part<u8>) {
        part.get();
    }
}

fn main() {
    parts::inner(Part(1));
    Part("a").get();
}

//~ MONO_ITEM fn main
//~ MONO_ITEM fn parts::Part::<&str>::get
//~ MONO_ITEM fn parts::Part::<u8>::get
//~ MONO_ITEM fn parts::inner
