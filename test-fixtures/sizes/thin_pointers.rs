//@ crate-type: lib
//@ compile-flags: -Copt-level=3 -Cdebuginfo=2
// A pointer that has no metadata is not put together, but cast.
#![feature(intrinsics, rustc_attrs)]
#![allow(internal_features)]

#[rustc_intrinsic]
const fn aggregate_raw_ptr<P, D, M>(data: D, metadata: M) -> P;

#[inline(always)]
fn of_parts<T>(data: *mut (), metadata: ()) -> *mut T {
    aggregate_raw_ptr(data, metadata)
}

#[inline(never)]
pub fn recast(from: *mut u8) -> *mut u32 {
    let there: *mut () = of_parts(from as *mut (), ());
    there as *mut u32
}

#[inline(never)]
pub fn cast(from: *mut ()) -> *mut u8 {
    of_parts(from, ())
}

//~ SIZE 2 cast
//~ SIZE 3 recast
