//! The hash table under std's `HashMap` and `HashSet`, as far as they use it. Entries lie in one array that is
//! searched by hash; what is called on keys is what hashbrown calls.

#![no_std]
#![allow(dead_code, unsafe_op_in_unsafe_fn)]
#![feature(dropck_eyepatch)]

extern crate alloc;

mod map;
mod raw;
mod set;

pub mod hash_map {
    pub use crate::map::*;
}

pub mod hash_set {
    pub use crate::set::*;
}

pub use crate::map::HashMap;
pub use crate::set::HashSet;
