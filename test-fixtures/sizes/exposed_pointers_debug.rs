//@ crate-type: lib
// Pointers that become integers, without optimization.
#[inline(always)]
fn release(_: usize) {}
#[inline(never)]
pub fn exposed(value: &u32) -> u32 {
    release(value as *const _ as usize);
    *value
}
#[inline(never)]
pub fn exposed_twice(value: &u32) -> u32 {
    let at = value as *const _ as usize;
    release(at);
    release(at + 1);
    *value
}
#[inline(never)]
pub fn unused(value: &u32) {
    let _ = value as *const u32 as usize;
}
#[inline(never)]
pub fn reread(value: &u32) {
    let _ = (value as *const u32).cast::<u8>();
}

//~ SIZE 1 release
//~ SIZE 3 reread
//~ SIZE 3 unused
//~ SIZE 5 exposed
//~ SIZE 9 exposed_twice
