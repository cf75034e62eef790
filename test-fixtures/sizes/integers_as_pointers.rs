//@ crate-type: lib
//@ compile-flags: -Copt-level=3
// What makes a pointer of an integer that is known is no constant.
#[inline(never)]
pub fn taken(at: *const i8) -> u8 {
    at as usize as u8
}
#[inline(never)]
pub fn null() -> u8 {
    taken(0 as *const i8)
}
const NULL: *const i8 = 0 as *const i8;
#[inline(never)]
pub fn named() -> u8 {
    taken(NULL)
}
#[inline(never)]
pub fn function() -> bool {
    let at = null as fn() -> u8 as usize;
    at == 1
}

//~ SIZE 2 named
//~ SIZE 5 null
//~ SIZE 5 taken
//~ SIZE 6 function
