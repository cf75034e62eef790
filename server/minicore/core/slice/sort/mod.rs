//! Sorting. The algorithms are simple ones; what they call (the comparison, and the drop glue of the buffer and
//! of the guards) is what std's call.

pub mod select;
pub mod shared;
pub mod stable;
pub mod unstable;
