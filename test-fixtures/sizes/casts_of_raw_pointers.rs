// A raw pointer that is cast is coerced first where that does, and cast all the same.
//@ compile-flags: -Copt-level=3
//@ crate-type: lib
#[inline(never)]
fn read<T>(_: &*const T) {}
#[inline(never)]
pub fn to_const<T>(x: &*mut T) {
    read(&(*x as *const T))
}
#[inline(never)]
pub fn to_itself<T>(x: &*const T) {
    read(&(*x as *const T))
}
#[inline(never)]
pub fn number(x: &u8) -> &'static u8 {
    let y = *x as u8;
    if y == 3 { &4 } else { &5 }
}
pub fn main() {
    let mut x = 1u8;
    to_const(&&raw mut x);
    to_itself(&&raw const x);
}

//~ SIZE 1 read
//~ SIZE 12 to_const
//~ SIZE 14 main
//~ SIZE 7 number
//~ SIZE 9 to_itself
