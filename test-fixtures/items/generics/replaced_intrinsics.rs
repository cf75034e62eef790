//@ edition: 2021
// Some intrinsics have a body that the backend never takes; that of others it takes where it has nothing better.
#![feature(intrinsics)]
#![allow(internal_features, dead_code)]

#[rustc_intrinsic]
unsafe fn unchecked_funnel_shl<T: Copy>(a: T, _b: T, _shift: u32) -> T {
    never(a)
}
#[rustc_intrinsic]
fn rotate_left<T: Copy>(a: T, _shift: u32) -> T {
    taken(a)
}
fn never<T>(a: T) -> T {
    a
}
fn taken<T>(a: T) -> T {
    a
}
fn main() {
    unsafe { unchecked_funnel_shl(1u64, 2, 3) };
    rotate_left(1u32, 2);
}

//~ MONO_ITEM fn main
//~ MONO_ITEM fn rotate_left::<u32>
//~ MONO_ITEM fn taken::<u32>
