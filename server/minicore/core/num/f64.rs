//! `f64`: the module of constants, and the methods that need no mathematics library.

use crate::cmp::Ordering;
use crate::convert::FloatToInt;
use crate::intrinsics;
use crate::mem;
use crate::num::FpCategory;

pub const RADIX: u32 = f64::RADIX;
pub const MANTISSA_DIGITS: u32 = f64::MANTISSA_DIGITS;
pub const DIGITS: u32 = f64::DIGITS;
pub const EPSILON: f64 = f64::EPSILON;
pub const MIN: f64 = f64::MIN;
pub const MIN_POSITIVE: f64 = f64::MIN_POSITIVE;
pub const MAX: f64 = f64::MAX;
pub const NAN: f64 = f64::NAN;
pub const INFINITY: f64 = f64::INFINITY;
pub const NEG_INFINITY: f64 = f64::NEG_INFINITY;

pub mod consts {
    pub const PI: f64 = 3.14159265358979323846264338327950288;
    pub const TAU: f64 = 6.28318530717958647692528676655900577;
    pub const FRAC_PI_2: f64 = 1.57079632679489661923132169163975144;
    pub const FRAC_PI_3: f64 = 1.04719755119659774615421446109316763;
    pub const FRAC_PI_4: f64 = 0.785398163397448309615660845819875721;
    pub const FRAC_PI_6: f64 = 0.52359877559829887307710723054658381;
    pub const FRAC_PI_8: f64 = 0.39269908169872415480783042290993786;
    pub const FRAC_1_PI: f64 = 0.318309886183790671537767526745028724;
    pub const FRAC_2_PI: f64 = 0.636619772367581343075535053490057448;
    pub const FRAC_2_SQRT_PI: f64 = 1.12837916709551257389615890312154517;
    pub const SQRT_2: f64 = 1.41421356237309504880168872420969808;
    pub const FRAC_1_SQRT_2: f64 = 0.707106781186547524400844362104849039;
    pub const E: f64 = 2.71828182845904523536028747135266250;
    pub const LOG2_E: f64 = 1.44269504088896340735992468100189214;
    pub const LOG2_10: f64 = 3.32192809488736234787031942948939018;
    pub const LOG10_E: f64 = 0.434294481903251827651128918916605082;
    pub const LOG10_2: f64 = 0.301029995663981195213738894724493027;
    pub const LN_2: f64 = 0.693147180559945309417232121458176568;
    pub const LN_10: f64 = 2.30258509299404568401799145468436421;
}

macro_rules! float_to_int {
    ($($int:ident)*) => {$(
        impl FloatToInt<$int> for f64 {}
    )*};
}

float_to_int! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }

impl f64 {
    pub const RADIX: u32 = 2;
    pub const MANTISSA_DIGITS: u32 = 53;
    pub const DIGITS: u32 = 15;
    pub const EPSILON: f64 = 2.2204460492503131e-16_f64;
    pub const MIN: f64 = -1.7976931348623157e+308_f64;
    pub const MIN_POSITIVE: f64 = 2.2250738585072014e-308_f64;
    pub const MAX: f64 = 1.7976931348623157e+308_f64;
    pub const MIN_EXP: i32 = -1021;
    pub const MAX_EXP: i32 = 1024;
    pub const MIN_10_EXP: i32 = -307;
    pub const MAX_10_EXP: i32 = 308;
    pub const NAN: f64 = 0.0_f64 / 0.0_f64;
    pub const INFINITY: f64 = 1.0_f64 / 0.0_f64;
    pub const NEG_INFINITY: f64 = -1.0_f64 / 0.0_f64;

    #[inline]
    pub const fn is_nan(self) -> bool {
        self != self
    }

    #[inline]
    pub const fn is_infinite(self) -> bool {
        (self == f64::INFINITY) | (self == f64::NEG_INFINITY)
    }

    #[inline]
    pub const fn is_finite(self) -> bool {
        self.abs() < Self::INFINITY
    }

    #[inline]
    pub const fn is_subnormal(self) -> bool {
        matches!(self.classify(), FpCategory::Subnormal)
    }

    #[inline]
    pub const fn is_normal(self) -> bool {
        matches!(self.classify(), FpCategory::Normal)
    }

    pub const fn classify(self) -> FpCategory {
        if self.is_nan() {
            FpCategory::Nan
        } else if self.is_infinite() {
            FpCategory::Infinite
        } else if self == 0.0 {
            FpCategory::Zero
        } else if self.abs() < Self::MIN_POSITIVE {
            FpCategory::Subnormal
        } else {
            FpCategory::Normal
        }
    }

    #[inline]
    pub const fn is_sign_positive(self) -> bool {
        !self.is_sign_negative()
    }

    #[inline]
    pub const fn is_sign_negative(self) -> bool {
        self.to_bits() & 0x8000_0000_0000_0000 != 0
    }

    #[inline]
    pub const fn recip(self) -> f64 {
        1.0 / self
    }

    #[inline]
    pub const fn to_degrees(self) -> f64 {
        self * (180.0 / consts::PI)
    }

    #[inline]
    pub const fn to_radians(self) -> f64 {
        self * (consts::PI / 180.0)
    }

    #[inline]
    pub const fn max(self, other: f64) -> f64 {
        intrinsics::maxnumf64(self, other)
    }

    #[inline]
    pub const fn min(self, other: f64) -> f64 {
        intrinsics::minnumf64(self, other)
    }

    #[inline]
    pub const fn midpoint(self, other: f64) -> f64 {
        (self + other) / 2.0
    }

    #[inline]
    pub const fn to_bits(self) -> u64 {
        unsafe { mem::transmute(self) }
    }

    #[inline]
    pub const fn from_bits(v: u64) -> Self {
        unsafe { mem::transmute(v) }
    }

    #[inline]
    pub const fn to_be_bytes(self) -> [u8; 8] {
        self.to_bits().to_be_bytes()
    }

    #[inline]
    pub const fn to_le_bytes(self) -> [u8; 8] {
        self.to_bits().to_le_bytes()
    }

    #[inline]
    pub const fn to_ne_bytes(self) -> [u8; 8] {
        self.to_bits().to_ne_bytes()
    }

    #[inline]
    pub const fn from_be_bytes(bytes: [u8; 8]) -> Self {
        Self::from_bits(u64::from_be_bytes(bytes))
    }

    #[inline]
    pub const fn from_le_bytes(bytes: [u8; 8]) -> Self {
        Self::from_bits(u64::from_le_bytes(bytes))
    }

    #[inline]
    pub const fn from_ne_bytes(bytes: [u8; 8]) -> Self {
        Self::from_bits(u64::from_ne_bytes(bytes))
    }

    #[inline]
    pub fn total_cmp(&self, other: &Self) -> Ordering {
        let left = self.to_bits() as i64;
        let right = other.to_bits() as i64;
        let left = left ^ (((left >> 63) as u64) >> 1) as i64;
        let right = right ^ (((right >> 63) as u64) >> 1) as i64;
        left.cmp(&right)
    }

    #[inline]
    pub const fn clamp(mut self, min: f64, max: f64) -> f64 {
        assert!(min <= max, "min > max, or either was NaN");
        if self < min {
            self = min;
        }
        if self > max {
            self = max;
        }
        self
    }

    #[inline]
    pub const fn abs(self) -> f64 {
        intrinsics::fabsf64(self)
    }

    #[inline]
    pub const fn signum(self) -> f64 {
        if self.is_nan() { Self::NAN } else { 1.0_f64.copysign(self) }
    }

    #[inline]
    pub const fn copysign(self, sign: f64) -> f64 {
        intrinsics::copysignf64(self, sign)
    }
}
