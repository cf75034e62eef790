//@ compile-flags: -Copt-level=3
//@ crate-type: lib
// An array of a length that is not known yet is not known to be without size, even one of units.
#[inline(never)]
pub fn take<T>(array: T) -> T {
    array
}

#[inline(never)]
pub fn units<const N: usize>() -> [(); N] {
    let array = [(); N];
    let other = array;
    take(other)
}

#[inline(never)]
pub fn three() -> [(); 3] {
    let array = [(); 3];
    take(array)
}

pub fn user() {
    units::<2>();
    three();
}

//~ SIZE 2 take
//~ SIZE 2 three
//~ SIZE 3 units
//~ SIZE 3 user
