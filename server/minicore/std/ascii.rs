//! ASCII, with the trait from before the inherent methods.

pub use core::ascii::{EscapeDefault, escape_default};

pub trait AsciiExt {
    type Owned;

    fn is_ascii(&self) -> bool;

    fn to_ascii_uppercase(&self) -> Self::Owned;

    fn to_ascii_lowercase(&self) -> Self::Owned;
}
