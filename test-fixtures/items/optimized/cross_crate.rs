//@ aux: small.rs
//@ compile-flags: -Copt-level=3
// Functions of an optimized crate: small ones are inlined here, others are called where they were compiled.
fn main() {
    small::leaf(1);
    small::calls(2);
    small::hinted(3);
    small::generic('a');
    small::never(2u8);
    small::never(2u16);
    small::uses_never();
    let _guard = small::Guard(4);
}

//~ MONO_ITEM fn <small::Guard as std::ops::Drop>::drop
//~ MONO_ITEM fn main
//~ MONO_ITEM fn small::never::<u16>
//~ MONO_ITEM fn std::ptr::drop_in_place::<small::Guard> - shim(Some(small::Guard))
