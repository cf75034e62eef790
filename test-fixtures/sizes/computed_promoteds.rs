//@ crate-type: lib
//@ compile-flags: -Copt-level=3
// A promoted constant that is computed is a number where it is read: `size_of`, and arithmetic on it.

const LEN: usize = 64;

pub fn of_size(x: &[u8]) {
    assert_eq!(x.len(), 64 - size_of::<u8>());
}

pub fn of_named(x: &[u8]) {
    assert_eq!(x.len(), LEN - size_of::<u32>());
}

pub fn of_product(x: &[u8]) {
    assert_eq!(x.len(), size_of::<u64>() * 3 + 1);
}

pub fn of_cast(x: i8) {
    assert_eq!(x, 0xffu8 as i8);
}

const TEXT: &[u8] = b"0123456789";

#[inline(never)]
pub fn of_text(x: &mut &'static [u8], y: &mut &'static [u8]) -> bool {
    *x = TEXT;
    *y = TEXT;
    x.len() == TEXT.len() - 1
}

pub fn of_generic<T>(x: &[u8]) {
    assert_eq!(x.len(), 64 - size_of::<T>());
}

pub fn of_pair(x: &(usize, usize)) -> bool {
    *x == (size_of::<u16>(), 7)
}

pub fn calls(x: &[u8]) {
    of_generic::<u8>(x);
}

//~ SIZE 5 of_cast
//~ SIZE 6 of_named
//~ SIZE 6 of_product
//~ SIZE 6 of_size
//~ SIZE 8 of_text
//~ SIZE 9 calls
