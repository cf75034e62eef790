// A constant as a pattern is what its value would be written as: its parts are tested one by one, also behind
// references.
//@ compile-flags: -Copt-level=3
//@ crate-type: lib
const PAIR: (u8, &u16) = (1, &500);
const BYTES: &[u8] = &[1, 2];
const ARRAY: [u8; 3] = [1, 2, 3];
const NESTED: &(bool, [u16; 2]) = &(true, [7, 8]);

#[inline(never)]
pub fn pair(p: (u8, &u16)) -> u8 {
    match p {
        PAIR => 1,
        (2, _) => 2,
        _ => 3,
    }
}
#[inline(never)]
pub fn bytes(b: &[u8]) -> u8 {
    match b {
        BYTES => 1,
        [1, ..] => 2,
        _ => 3,
    }
}
#[inline(never)]
pub fn array(b: [u8; 3]) -> bool {
    matches!(b, ARRAY)
}
#[inline(never)]
pub fn nested(v: &(bool, [u16; 2])) -> bool {
    matches!(v, NESTED)
}

//~ SIZE 10 array
//~ SIZE 10 nested
//~ SIZE 10 pair
//~ SIZE 14 bytes
