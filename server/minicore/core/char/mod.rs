//! Characters.

use crate::fmt::{self, Write};

mod convert;
mod methods;

pub use self::convert::{CharTryFromError, ParseCharError, TryFromCharError};

pub const MAX: char = char::MAX;
pub const REPLACEMENT_CHARACTER: char = char::REPLACEMENT_CHARACTER;

#[inline]
pub const fn from_u32(i: u32) -> Option<char> {
    self::convert::from_u32(i)
}

#[inline]
pub const unsafe fn from_u32_unchecked(i: u32) -> char {
    unsafe { crate::mem::transmute(i) }
}

#[inline]
pub const fn from_digit(num: u32, radix: u32) -> Option<char> {
    if radix > 36 {
        panic!("from_digit: radix is too high (maximum 36)");
    }
    if num < radix {
        let num = num as u8;
        if num < 10 { Some((b'0' + num) as char) } else { Some((b'a' + num - 10) as char) }
    } else {
        None
    }
}

macro_rules! char_iterators {
    ($($name:ident $capacity:literal;)*) => {$(
        #[derive(Clone, Debug)]
        pub struct $name {
            chars: [char; $capacity],
            position: usize,
            len: usize,
        }

        impl $name {
            #[inline]
            fn new(chars: [char; $capacity], len: usize) -> Self {
                $name { chars, position: 0, len }
            }
        }

        impl Iterator for $name {
            type Item = char;

            #[inline]
            fn next(&mut self) -> Option<char> {
                if self.position == self.len {
                    return None;
                }
                self.position += 1;
                Some(self.chars[self.position - 1])
            }

            #[inline]
            fn size_hint(&self) -> (usize, Option<usize>) {
                let n = self.len - self.position;
                (n, Some(n))
            }
        }

        impl DoubleEndedIterator for $name {
            #[inline]
            fn next_back(&mut self) -> Option<char> {
                if self.position == self.len {
                    return None;
                }
                self.len -= 1;
                Some(self.chars[self.len])
            }
        }

        impl ExactSizeIterator for $name {}
        impl crate::iter::FusedIterator for $name {}

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let mut i = self.position;
                while i < self.len {
                    f.write_char(self.chars[i])?;
                    i += 1;
                }
                Ok(())
            }
        }
    )*};
}

char_iterators! {
    ToLowercase 3;
    ToUppercase 3;
    EscapeUnicode 10;
    EscapeDefault 10;
    EscapeDebug 10;
}
