//! The value type of the map inside a set.

#[derive(Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Clone, Copy, Default)]
pub(super) struct SetValZST;
