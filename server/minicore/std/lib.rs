//! The std crate of minicore: core and alloc under one name, hash maps, and an operating system that is not there.
//! What would call it is as short as its signature allows.

#![no_std]
#![default_lib_allocator]
#![allow(internal_features, incomplete_features, dead_code, unused_variables, unsafe_op_in_unsafe_fn)]
#![feature(allocator_internals)]
#![feature(allow_internal_unstable)]
#![feature(decl_macro)]
#![feature(dropck_eyepatch)]
#![feature(lang_items)]
#![feature(min_specialization)]
#![feature(negative_impls)]
#![feature(never_type)]
#![feature(prelude_import)]
#![feature(rustc_attrs)]
#![feature(thread_local)]
#![feature(unboxed_closures)]

pub mod prelude;
#[prelude_import]
#[allow(unused_imports)]
use prelude::rust_2024::*;

#[macro_use]
extern crate alloc as alloc_crate;
extern crate hashbrown;

#[macro_use]
mod macros;

#[macro_use]
pub mod rt;

pub use alloc_crate::borrow;
pub use alloc_crate::boxed;
pub use alloc_crate::fmt;
pub use alloc_crate::format;
pub use alloc_crate::rc;
pub use alloc_crate::slice;
pub use alloc_crate::str;
pub use alloc_crate::string;
pub use alloc_crate::vec;
pub use core::any;
pub use core::arch;
pub use core::array;
pub use core::cell;
pub use core::char;
pub use core::clone;
pub use core::cmp;
pub use core::convert;
pub use core::default;
pub use core::future;
pub use core::hint;
pub use core::i8;
pub use core::i16;
pub use core::i32;
pub use core::i64;
pub use core::i128;
pub use core::intrinsics;
pub use core::isize;
pub use core::iter;
pub use core::marker;
pub use core::mem;
pub use core::ops;
pub use core::option;
pub use core::pin;
pub use core::primitive;
pub use core::ptr;
pub use core::range;
pub use core::result;
pub use core::u8;
pub use core::u16;
pub use core::u32;
pub use core::u64;
pub use core::u128;
pub use core::usize;

#[path = "num/f32.rs"]
pub mod f32;
#[path = "num/f64.rs"]
pub mod f64;

#[macro_use]
pub mod thread;
pub mod alloc;
pub mod ascii;
pub mod collections;
pub mod env;
pub mod error;
pub mod ffi;
pub mod fs;
pub mod hash;
pub mod io;
pub mod net;
pub mod num;
pub mod panic;
pub mod path;
pub mod process;
pub mod sync;
pub mod time;

pub mod task {
    pub use alloc_crate::task::*;
    pub use core::task::*;
}

mod panicking;
mod sys;

pub use core::{
    assert, assert_eq, assert_ne, cfg, column, compile_error, concat, concat_bytes, const_format_args,
    debug_assert, debug_assert_eq, debug_assert_ne, env, file, format_args, format_args_nl, include,
    include_bytes, include_str, line, matches, module_path, option_env, stringify, todo, r#try,
    unimplemented, unreachable, write, writeln,
};
