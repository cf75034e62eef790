//@ aux: cells.rs
// A copy of a generic function that another crate has made is shared, unless it is inlined always: that copy is not
// visible outside of its codegen unit.
fn main() {
    cells::always(1u8);
    cells::often(1u8);
    cells::uses_both();
}

//~ MONO_ITEM fn cells::always::<u8>
//~ MONO_ITEM fn main
