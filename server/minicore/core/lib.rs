//! The core crate of minicore: what Monolens analyses programs with when no toolchain's sources are on the machine.
//!
//! Paths, generics, bounds, lang items and whatever decides which user items, drop glue and shims a program
//! reaches follow Rust 1.95; bodies that only std itself would notice are as short as they can be.

#![no_core]
#![rustc_coherence_is_core]
#![allow(internal_features, incomplete_features, dead_code, unused_variables, unsafe_op_in_unsafe_fn)]
#![feature(adt_const_params)]
#![feature(allow_internal_unstable)]
#![feature(arbitrary_self_types)]
#![feature(auto_traits)]
#![feature(const_precise_live_drops)]
#![feature(decl_macro)]
#![feature(dropck_eyepatch)]
#![feature(extern_types)]
#![feature(freeze_impls)]
#![feature(fundamental)]
#![feature(intrinsics)]
#![feature(lang_items)]
#![feature(marker_trait_attr)]
#![feature(min_specialization)]
#![feature(negative_impls)]
#![feature(never_type)]
#![feature(no_core)]
#![feature(prelude_import)]
#![feature(rustc_attrs)]
#![feature(trait_alias)]
#![feature(transparent_unions)]
#![feature(unboxed_closures)]
#![feature(unsized_fn_params)]
#![feature(with_negative_coherence)]

extern crate self as core;

pub mod prelude;
#[prelude_import]
use prelude::rust_2024::*;

#[macro_use]
mod macros;
#[macro_use]
mod internal_macros;

pub mod intrinsics;

#[macro_use]
pub mod num;
#[path = "num/f32.rs"]
pub mod f32;
#[path = "num/f64.rs"]
pub mod f64;
#[path = "num/legacy_int_modules.rs"]
mod legacy_int_modules;
pub use legacy_int_modules::{i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize};

pub mod hint;
pub mod mem;
pub mod ptr;

pub mod borrow;
pub mod clone;
pub mod cmp;
pub mod convert;
pub mod default;
pub mod error;
pub mod marker;
pub mod ops;

pub mod any;
pub mod arch;
pub mod array;
pub mod ascii;
pub mod cell;
pub mod char;
pub mod ffi;
pub mod iter;
pub mod net;
pub mod option;
pub mod panic;
pub mod panicking;
pub mod pin;
pub mod range;
pub mod result;
pub mod sync;

pub mod fmt;
pub mod hash;
pub mod slice;
pub mod str;
pub mod time;

pub mod future;
pub mod task;

pub mod alloc;

mod bool;
mod tuple;
mod unit;

pub mod primitive;
