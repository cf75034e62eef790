//! Formatting of floats: so many decimals, without shortest round-trip, which nothing here depends on.

use crate::fmt::{Debug, Display, Formatter, LowerExp, Result, UpperExp, Write};

fn float_to_decimal(fmt: &mut Formatter<'_>, value: f64, decimals: usize) -> Result {
    if value.is_nan() {
        return fmt.write_str("NaN");
    }
    if value.is_sign_negative() {
        fmt.write_char('-')?;
    }
    let value = value.abs();
    if value.is_infinite() {
        return fmt.write_str("inf");
    }
    let integral = value as u128;
    Display::fmt(&integral, fmt)?;
    let mut fraction = value - integral as f64;
    if decimals > 0 {
        fmt.write_char('.')?;
    }
    for _ in 0..decimals {
        fraction *= 10.0;
        let digit = fraction as u8;
        fmt.write_char((b'0' + digit) as char)?;
        fraction -= digit as f64;
    }
    Ok(())
}

macro_rules! floating {
    ($($ty:ident)*) => {$(
        impl Debug for $ty {
            fn fmt(&self, fmt: &mut Formatter<'_>) -> Result {
                let decimals = fmt.precision().unwrap_or(1);
                float_to_decimal(fmt, *self as f64, decimals)
            }
        }

        impl Display for $ty {
            fn fmt(&self, fmt: &mut Formatter<'_>) -> Result {
                let decimals = fmt.precision().unwrap_or(0);
                float_to_decimal(fmt, *self as f64, decimals)
            }
        }

        impl LowerExp for $ty {
            fn fmt(&self, fmt: &mut Formatter<'_>) -> Result {
                Display::fmt(self, fmt)?;
                fmt.write_str("e0")
            }
        }

        impl UpperExp for $ty {
            fn fmt(&self, fmt: &mut Formatter<'_>) -> Result {
                Display::fmt(self, fmt)?;
                fmt.write_str("E0")
            }
        }
    )*};
}

floating! { f32 f64 }
