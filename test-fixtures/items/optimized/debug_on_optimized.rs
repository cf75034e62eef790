//@ aux: small.rs
// A debug build on top of an optimized crate: what that crate inlined into its own functions stays inlined.
fn main() {
    small::leaf(1);
    small::calls(2);
    small::hinted(3);
    small::generic('a');
    small::never(2u8);
    small::never(2u16);
    let _guard = small::Guard(4);
}

//~ MONO_ITEM fn <small::Guard as std::ops::Drop>::drop
//~ MONO_ITEM fn main
//~ MONO_ITEM fn small::calls
//~ MONO_ITEM fn small::generic::<char>
//~ MONO_ITEM fn small::hinted
//~ MONO_ITEM fn small::leaf
//~ MONO_ITEM fn small::never::<u16>
//~ MONO_ITEM fn std::ptr::drop_in_place::<small::Guard> - shim(Some(small::Guard))
