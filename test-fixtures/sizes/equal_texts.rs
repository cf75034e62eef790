//@ crate-type: lib
//@ compile-flags: -Copt-level=3
// Texts that are equal are in one place: what is made of one is there for the other.
pub enum Text<'a> {
    Borrowed(&'a str),
    Owned(u32),
}

pub enum Bytes<'a> {
    Borrowed(&'a [u8; 2]),
    Owned(u32),
}

#[inline(never)]
pub fn take(_: Text<'_>) {}

#[inline(never)]
pub fn take_bytes(_: Bytes<'_>) {}

#[inline(never)]
pub fn equal() {
    take(Text::Borrowed(" "));
    take(Text::Borrowed(" "));
    take(Text::Borrowed("\x20"));
}

#[inline(never)]
pub fn different() {
    take(Text::Borrowed(" "));
    take(Text::Borrowed("-"));
}

#[inline(never)]
pub fn equal_bytes() {
    take_bytes(Bytes::Borrowed(b"12"));
    take_bytes(Bytes::Borrowed(b"12"));
}

#[inline(never)]
pub fn different_bytes() {
    take_bytes(Bytes::Borrowed(b"12"));
    take_bytes(Bytes::Borrowed(b"13"));
}

#[inline(never)]
pub fn in_branches(first: bool) -> &'static str {
    if first { "same" } else { "same" }
}

#[inline(never)]
pub fn in_other_branches(first: bool) -> &'static str {
    if first { "same" } else { "none" }
}

//~ SIZE 1 take
//~ SIZE 1 take_bytes
//~ SIZE 2 in_branches
//~ SIZE 4 equal_bytes
//~ SIZE 5 equal
//~ SIZE 6 in_other_branches
//~ SIZE 9 different
//~ SIZE 9 different_bytes
