// An element counted from the end is as constant a place as one from the start; what a constant of bytes holds is known;
// and a text in a pattern is another one each time.
//@ compile-flags: -Copt-level=3
//@ crate-type: lib
#[inline(never)]
pub fn ends<T: Copy + Default>(xs: &[T]) -> (T, T) {
    match xs {
        [] => (T::default(), T::default()),
        [one] => (*one, *one),
        [first, .., last] => (*first, *last),
    }
}
#[inline(never)]
pub fn equal_ends(s: &[u8]) -> u32 {
    match s {
        [] => 0,
        [one] => *one as u32,
        [first, .., last] if first == last => 7,
        [_, _, ..] => 2,
    }
}
pub fn of_bytes() -> (u8, u8) {
    let bytes = b"xyz";
    if let [b'x', rest @ ..] = bytes { ends(rest) } else { (0, 0) }
}
fn first_or<T: Copy>(list: &[T]) -> Option<T> {
    list.first().copied()
}
#[inline(never)]
pub fn first_of(words: [u8; 2]) -> u8 {
    if let Some(word) = first_or(&words) { word } else { 0 }
}

//~ SIZE 13 first_of
//~ SIZE 28 equal_ends
//~ SIZE 30 ends
//~ SIZE 9 of_bytes
