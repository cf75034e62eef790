//! What goes wrong when bytes or text are parsed, and the check for UTF-8.

use crate::fmt;

#[derive(Copy, Eq, PartialEq, Clone, Debug)]
pub struct Utf8Error {
    pub(super) valid_up_to: usize,
    pub(super) error_len: Option<u8>,
}

impl Utf8Error {
    #[inline]
    pub const fn valid_up_to(&self) -> usize {
        self.valid_up_to
    }

    #[inline]
    pub const fn error_len(&self) -> Option<usize> {
        match self.error_len {
            Some(len) => Some(len as usize),
            None => None,
        }
    }
}

impl fmt::Display for Utf8Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "invalid utf-8 sequence starting at index {}", self.valid_up_to)
    }
}

/// Checks lead and continuation bytes, not overlong forms and surrogates.
pub(super) const fn run_utf8_validation(v: &[u8]) -> Result<(), Utf8Error> {
    let mut index = 0;
    while index < v.len() {
        let width = match v[index] {
            0..=0x7F => 1,
            0xC2..=0xDF => 2,
            0xE0..=0xEF => 3,
            0xF0..=0xF4 => 4,
            _ => return Err(Utf8Error { valid_up_to: index, error_len: Some(1) }),
        };
        if index + width > v.len() {
            return Err(Utf8Error { valid_up_to: index, error_len: None });
        }
        let mut offset = 1;
        while offset < width {
            if v[index + offset].is_utf8_char_boundary() {
                return Err(Utf8Error { valid_up_to: index, error_len: Some(offset as u8) });
            }
            offset += 1;
        }
        index += width;
    }
    Ok(())
}

#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParseBoolError;

impl fmt::Display for ParseBoolError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        "provided string was not `true` or `false`".fmt(f)
    }
}
