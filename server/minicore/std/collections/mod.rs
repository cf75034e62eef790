//! Collections, with the hashed ones.

pub use alloc_crate::collections::{
    BTreeMap, BTreeSet, BinaryHeap, LinkedList, TryReserveError, VecDeque, binary_heap, btree_map, btree_set,
    linked_list, vec_deque,
};

mod hash;

pub use self::hash_map::HashMap;
pub use self::hash_set::HashSet;
pub use crate::ops::Bound;

pub mod hash_map {
    pub use super::hash::map::*;
    pub use crate::hash::random::{DefaultHasher, RandomState};
}

pub mod hash_set {
    pub use super::hash::set::*;
}
