//@ crate-type: lib
//@ compile-flags: -Copt-level=3
// A byte that is known is a character that is known, and compared as one.
#[inline(never)]
pub fn printable(c: char) -> bool {
    if c >= 0x20 as char && c != 0x7f as char { true } else { false }
}

#[inline(never)]
pub fn take(_: char) {}

#[inline(never)]
pub fn quoted(c: char) {
    if c == b'"' as char {
        take(c);
    }
}

//~ SIZE 1 take
//~ SIZE 10 printable
//~ SIZE 3 quoted
