//! Numbers.

pub use core::num::{
    FpCategory, IntErrorKind, NonZero, NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroI128,
    NonZeroIsize, NonZeroU8, NonZeroU16, NonZeroU32, NonZeroU64, NonZeroU128, NonZeroUsize, ParseFloatError,
    ParseIntError, Saturating, TryFromIntError, Wrapping,
};
