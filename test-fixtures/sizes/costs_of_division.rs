// That a division overflows is checked in any case, which makes it dearer to inline than a sum.
//@ compile-flags: -Copt-level=3
//@ crate-type: lib
#[inline]
fn divided(a: i32, b: i32) -> (i32, i32) {
    let q = a / b;
    if a % b < 0 {
        return if b > 0 { (q - 1, 0) } else { (q + 1, 0) };
    }
    (q, 1)
}
#[inline]
fn added(a: i32, b: i32) -> (i32, i32) {
    let q = a + b;
    if a + 2 * b < 0 {
        return if b > 0 { (q - 1, 0) } else { (q + 1, 0) };
    }
    (q, 1)
}
#[inline(never)]
pub fn by_division(a: i32, b: i32) -> i32 {
    let (x, y) = divided(a, b);
    x + y
}
#[inline(never)]
pub fn by_sum(a: i32, b: i32) -> i32 {
    let (x, y) = added(a, b);
    x + y
}

//~ SIZE 31 by_sum
//~ SIZE 34 divided
//~ SIZE 7 by_division
