//! Lossless (`From`) and checked (`TryFrom`) conversions between numbers, `bool` and `char`.

use crate::num::TryFromIntError;

pub trait FloatToInt<Int> {}

macro_rules! impl_from {
    ($($small:ident => $($large:ident)*;)*) => {$($(
        impl From<$small> for $large {
            #[inline(always)]
            fn from(small: $small) -> Self {
                small as Self
            }
        }
    )*)*};
}

impl_from! {
    bool => u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize;
    u8 => u16 u32 u64 u128 usize i16 i32 i64 i128 isize char f32 f64;
    u16 => u32 u64 u128 usize i32 i64 i128 f32 f64;
    u32 => u64 u128 i64 i128 f64;
    u64 => u128 i128;
    i8 => i16 i32 i64 i128 isize f32 f64;
    i16 => i32 i64 i128 isize f32 f64;
    i32 => i64 i128 f64;
    i64 => i128;
    f32 => f64;
    char => u32 u64 u128;
}

macro_rules! impl_try_from {
    ($($source:ident => $($target:ident)*;)*) => {$($(
        impl TryFrom<$source> for $target {
            type Error = TryFromIntError;

            #[inline]
            fn try_from(u: $source) -> Result<Self, Self::Error> {
                let converted = u as Self;
                if converted as $source == u && (converted < (0 as Self)) == (u < (0 as $source)) {
                    Ok(converted)
                } else {
                    Err(TryFromIntError(()))
                }
            }
        }
    )*)*};
}

impl_try_from! {
    u8 => i8;
    u16 => u8 i8 i16 isize;
    u32 => u8 u16 i8 i16 i32 usize isize;
    u64 => u8 u16 u32 i8 i16 i32 i64 usize isize;
    u128 => u8 u16 u32 u64 i8 i16 i32 i64 i128 usize isize;
    usize => u8 u16 u32 u64 u128 i8 i16 i32 i64 i128 isize;
    i8 => u8 u16 u32 u64 u128 usize;
    i16 => u8 u16 u32 u64 u128 usize i8;
    i32 => u8 u16 u32 u64 u128 usize i8 i16 isize;
    i64 => u8 u16 u32 u64 u128 usize i8 i16 i32 isize;
    i128 => u8 u16 u32 u64 u128 usize i8 i16 i32 i64 isize;
    isize => u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128;
}
