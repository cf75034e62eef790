//! The path under which newer code names the range types.

pub use crate::ops::{Bound, RangeBounds, RangeFull, RangeTo, RangeToInclusive};

pub mod legacy {
    pub use crate::ops::{Range, RangeFrom, RangeInclusive};
}
