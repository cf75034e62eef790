//! Parsing of floats: decimal notation without rounding to the last bit, which nothing here depends on.

use crate::fmt;
use crate::str::FromStr;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseFloatError {
    kind: FloatErrorKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum FloatErrorKind {
    Empty,
    Invalid,
}

impl fmt::Display for ParseFloatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            FloatErrorKind::Empty => "cannot parse float from empty string",
            FloatErrorKind::Invalid => "invalid float literal",
        }
        .fmt(f)
    }
}

fn parse_decimal(src: &str) -> Result<f64, ParseFloatError> {
    let (negative, digits) = match src.as_bytes() {
        [] => return Err(ParseFloatError { kind: FloatErrorKind::Empty }),
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        bytes => (false, bytes),
    };
    let mut value = 0.0;
    let mut scale = 0.0;
    let mut i = 0;
    while i < digits.len() {
        match digits[i] {
            b'.' if scale == 0.0 => scale = 1.0,
            c @ b'0'..=b'9' => {
                value = value * 10.0 + (c - b'0') as f64;
                scale *= 10.0;
            }
            _ => return Err(ParseFloatError { kind: FloatErrorKind::Invalid }),
        }
        i += 1;
    }
    let value = if scale > 1.0 { value / scale } else { value };
    Ok(if negative { -value } else { value })
}

macro_rules! from_str_float_impl {
    ($t:ty) => {
        impl FromStr for $t {
            type Err = ParseFloatError;

            #[inline]
            fn from_str(src: &str) -> Result<Self, ParseFloatError> {
                match parse_decimal(src) {
                    Ok(value) => Ok(value as $t),
                    Err(err) => Err(err),
                }
            }
        }
    };
}

from_str_float_impl!(f32);
from_str_float_impl!(f64);
