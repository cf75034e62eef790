//@ aux: equal_to_bytes.rs
// A crate that could be named, but is not, is not loaded: its impls make no inference ambiguous.
fn is_empty<T: PartialEq<U>, U>(list: &[T], none: [U; 0]) -> bool {
    list == &none
}

fn main() {
    is_empty(&[1u8], []);
}

//~ MONO_ITEM fn is_empty::<u8, u8>
//~ MONO_ITEM fn main
