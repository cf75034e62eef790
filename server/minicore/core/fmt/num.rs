//! Formatting of integers.

use crate::fmt;
use crate::str;

/// Writes the digits of `n` from the back of `buf`; returns where they start.
fn write_digits(mut n: u128, base: u128, upper: bool, buf: &mut [u8; 128]) -> usize {
    let mut curr = buf.len();
    loop {
        let digit = (n % base) as u8;
        curr -= 1;
        buf[curr] = match digit {
            0..=9 => b'0' + digit,
            _ if upper => b'A' + digit - 10,
            _ => b'a' + digit - 10,
        };
        n /= base;
        if n == 0 {
            return curr;
        }
    }
}

fn fmt_digits(
    f: &mut fmt::Formatter<'_>,
    is_nonnegative: bool,
    magnitude: u128,
    base: u128,
    upper: bool,
    prefix: &str,
) -> fmt::Result {
    let mut buf = [0u8; 128];
    let start = write_digits(magnitude, base, upper, &mut buf);
    f.pad_integral(is_nonnegative, prefix, unsafe { str::from_utf8_unchecked(&buf[start..]) })
}

macro_rules! impl_integer {
    ($($int:ident $unsigned:ident)*) => {$(
        impl fmt::Debug for $int {
            #[inline]
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                if f.debug_lower_hex() {
                    fmt::LowerHex::fmt(self, f)
                } else if f.debug_upper_hex() {
                    fmt::UpperHex::fmt(self, f)
                } else {
                    fmt::Display::fmt(self, f)
                }
            }
        }

        impl fmt::Display for $int {
            #[allow(unused_comparisons)]
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let is_nonnegative = *self >= 0;
                let magnitude =
                    if is_nonnegative { *self as $unsigned } else { (!(*self as $unsigned)).wrapping_add(1) };
                fmt_digits(f, is_nonnegative, magnitude as u128, 10, false, "")
            }
        }

        impl fmt::Binary for $int {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt_digits(f, true, *self as $unsigned as u128, 2, false, "0b")
            }
        }

        impl fmt::Octal for $int {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt_digits(f, true, *self as $unsigned as u128, 8, false, "0o")
            }
        }

        impl fmt::LowerHex for $int {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt_digits(f, true, *self as $unsigned as u128, 16, false, "0x")
            }
        }

        impl fmt::UpperHex for $int {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt_digits(f, true, *self as $unsigned as u128, 16, true, "0x")
            }
        }

        impl fmt::LowerExp for $int {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)?;
                f.write_str("e0")
            }
        }

        impl fmt::UpperExp for $int {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)?;
                f.write_str("E0")
            }
        }
    )*};
}

impl_integer! {
    i8 u8
    i16 u16
    i32 u32
    i64 u64
    i128 u128
    isize usize
    u8 u8
    u16 u16
    u32 u32
    u64 u64
    u128 u128
    usize usize
}
