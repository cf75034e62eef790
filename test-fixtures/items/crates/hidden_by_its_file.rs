//@ aux: hides.rs
// A module is hidden, too, whose file says so.

fn main() {
    hides::first::made(1u8);
}

//~ MONO_ITEM fn hides::second::made::<u8>
//~ MONO_ITEM fn main
