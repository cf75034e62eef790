// The smallest number, which cannot be negated, is known; the only element of an array is all of its bytes; and what
// comes after a call that is inlined comes before what was inlined.
//@ compile-flags: -Copt-level=3
//@ crate-type: lib
fn pick(n: i32) -> i32 {
    n.wrapping_add(1)
}
#[inline(never)]
#[rustfmt::skip]
pub fn negative(n: i32) -> i32 { pick(-n) }
#[inline(never)]
pub fn transmuted(n: u32) -> [u8; 4] {
    let one = [n];
    unsafe { std::mem::transmute::<[u32; 1], [u8; 4]>(one) }
}

//~ SIZE 3 transmuted
//~ SIZE 5 negative
