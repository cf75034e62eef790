//! Ordered maps and sets. std keeps their entries in B-trees; here one sorted array does, behind the same types.

mod dedup_sorted_iter;
pub mod map;
mod node;
pub mod set;
mod set_val;
