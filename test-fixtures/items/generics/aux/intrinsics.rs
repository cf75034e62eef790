//@ crate-type: rlib
#![feature(rustc_attrs)]
#![allow(internal_features)]
#[rustc_legacy_const_generics(1)]
pub fn _shift<const BY: i32>(a: u32) -> u32 {
    helper::<BY>();
    a << (BY & 7)
}

#[rustc_legacy_const_generics(0, 2)]
pub fn vmix<const LOW: u8, const HIGH: i8>(a: u32) -> u32 {
    a + LOW as u32 + HIGH as u32
}

pub fn helper<const N: i32>() {}
