// The length of a named text is not known once its address and length are reinterpreted as those of its bytes, unless they
// are read of memory.
//@ compile-flags: -Copt-level=3
//@ crate-type: lib
const TEXT: &str = "not this";
const BYTES: &[u8] = b"not this";
#[inline(never)]
pub fn of_text() -> usize {
    bytes(TEXT).len()
}
#[inline(never)]
pub fn of_bytes() -> usize {
    BYTES.len()
}
#[inline(never)]
pub fn of_promoted() -> usize {
    let text = &TEXT;
    bytes(text).len()
}
#[inline(always)]
fn bytes(text: &str) -> &[u8] {
    unsafe { core::mem::transmute(text) }
}

//~ SIZE 2 of_bytes
//~ SIZE 3 of_text
//~ SIZE 5 of_promoted
