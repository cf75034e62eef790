//! Methods of the numeric types.

use crate::ascii;
use crate::intrinsics;
use crate::str::FromStr;

#[macro_use]
mod int_macros;
#[macro_use]
mod uint_macros;

mod error;
mod float_parse;
mod nonzero;
mod saturating;
mod wrapping;

pub use error::{IntErrorKind, ParseIntError, TryFromIntError};
pub use float_parse::ParseFloatError;
pub use nonzero::{
    NonZero, NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroI128, NonZeroIsize, NonZeroU8, NonZeroU16,
    NonZeroU32, NonZeroU64, NonZeroU128, NonZeroUsize, ZeroablePrimitive,
};
pub use saturating::Saturating;
pub use wrapping::Wrapping;

#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum FpCategory {
    Nan,
    Infinite,
    Zero,
    Subnormal,
    Normal,
}

impl i8 {
    int_impl! { i8, u8, 8, 1 }
}

impl i16 {
    int_impl! { i16, u16, 16, 2 }
}

impl i32 {
    int_impl! { i32, u32, 32, 4 }
}

impl i64 {
    int_impl! { i64, u64, 64, 8 }
}

impl i128 {
    int_impl! { i128, u128, 128, 16 }
}

impl isize {
    int_impl! { isize, usize, 64, 8 }
}

impl u8 {
    uint_impl! { u8, i8, 8, 1 }

    #[inline]
    pub const fn is_ascii(&self) -> bool {
        *self < 128
    }

    #[inline]
    pub const fn to_ascii_uppercase(&self) -> u8 {
        if self.is_ascii_lowercase() { *self - 32 } else { *self }
    }

    #[inline]
    pub const fn to_ascii_lowercase(&self) -> u8 {
        if self.is_ascii_uppercase() { *self + 32 } else { *self }
    }

    #[inline]
    pub const fn eq_ignore_ascii_case(&self, other: &u8) -> bool {
        self.to_ascii_lowercase() == other.to_ascii_lowercase()
    }

    #[inline]
    pub const fn make_ascii_uppercase(&mut self) {
        *self = self.to_ascii_uppercase();
    }

    #[inline]
    pub const fn make_ascii_lowercase(&mut self) {
        *self = self.to_ascii_lowercase();
    }

    #[inline]
    pub const fn is_ascii_alphabetic(&self) -> bool {
        matches!(*self, b'A'..=b'Z' | b'a'..=b'z')
    }

    #[inline]
    pub const fn is_ascii_uppercase(&self) -> bool {
        matches!(*self, b'A'..=b'Z')
    }

    #[inline]
    pub const fn is_ascii_lowercase(&self) -> bool {
        matches!(*self, b'a'..=b'z')
    }

    #[inline]
    pub const fn is_ascii_alphanumeric(&self) -> bool {
        matches!(*self, b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z')
    }

    #[inline]
    pub const fn is_ascii_digit(&self) -> bool {
        matches!(*self, b'0'..=b'9')
    }

    #[inline]
    pub const fn is_ascii_hexdigit(&self) -> bool {
        matches!(*self, b'0'..=b'9' | b'A'..=b'F' | b'a'..=b'f')
    }

    #[inline]
    pub const fn is_ascii_punctuation(&self) -> bool {
        matches!(*self, b'!'..=b'/' | b':'..=b'@' | b'['..=b'`' | b'{'..=b'~')
    }

    #[inline]
    pub const fn is_ascii_graphic(&self) -> bool {
        matches!(*self, b'!'..=b'~')
    }

    #[inline]
    pub const fn is_ascii_whitespace(&self) -> bool {
        matches!(*self, b'\t' | b'\n' | b'\x0C' | b'\r' | b' ')
    }

    #[inline]
    pub const fn is_ascii_control(&self) -> bool {
        matches!(*self, b'\0'..=b'\x1F' | b'\x7F')
    }

    pub fn escape_ascii(self) -> ascii::EscapeDefault {
        ascii::escape_default(self)
    }

    #[inline]
    pub(crate) const fn is_utf8_char_boundary(self) -> bool {
        (self as i8) >= -0x40
    }
}

impl u16 {
    uint_impl! { u16, i16, 16, 2 }
}

impl u32 {
    uint_impl! { u32, i32, 32, 4 }
}

impl u64 {
    uint_impl! { u64, i64, 64, 8 }
}

impl u128 {
    uint_impl! { u128, i128, 128, 16 }
}

impl usize {
    uint_impl! { usize, isize, 64, 8 }
}

macro_rules! from_str_int_impl {
    ($($t:ty)*) => {$(
        impl FromStr for $t {
            type Err = ParseIntError;

            #[inline]
            fn from_str(src: &str) -> Result<$t, ParseIntError> {
                <$t>::from_str_radix(src, 10)
            }
        }
    )*};
}

from_str_int_impl! { isize i8 i16 i32 i64 i128 usize u8 u16 u32 u64 u128 }
