//! The alloc crate of minicore: boxes, vectors, strings, reference counting and collections.
//!
//! Types have the fields that decide their drop glue in Rust 1.95, and bodies call what std's call as far as user
//! items are concerned.

#![no_std]
#![needs_allocator]
#![allow(internal_features, incomplete_features, dead_code, unused_variables, unsafe_op_in_unsafe_fn)]
#![feature(allocator_internals)]
#![feature(allow_internal_unstable)]
#![feature(const_precise_live_drops)]
#![feature(decl_macro)]
#![feature(dropck_eyepatch)]
#![feature(fundamental)]
#![feature(intrinsics)]
#![feature(lang_items)]
#![feature(min_specialization)]
#![feature(negative_impls)]
#![feature(never_type)]
#![feature(rustc_attrs)]
#![feature(unboxed_closures)]
#![feature(unsized_fn_params)]
#![feature(with_negative_coherence)]

#[macro_use]
mod macros;

mod raw_vec;

pub mod alloc;

pub mod borrow;
pub mod boxed;
pub mod collections;
pub mod ffi;
pub mod fmt;
pub mod intrinsics;
pub mod rc;
pub mod slice;
pub mod str;
pub mod string;
pub mod sync;
pub mod task;
pub mod vec;

#[doc(hidden)]
pub mod __export {
    pub use core::format_args;
    pub use core::hint::must_use;
}
