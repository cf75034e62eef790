//! `f64`: the methods that need a mathematics library.

pub use core::f64::{
    DIGITS, EPSILON, INFINITY, MANTISSA_DIGITS, MAX, MIN, MIN_POSITIVE, NAN, NEG_INFINITY, RADIX, consts,
};

use crate::intrinsics;

impl f64 {
    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn floor(self) -> f64 {
        intrinsics::floorf64(self)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn ceil(self) -> f64 {
        intrinsics::ceilf64(self)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn round(self) -> f64 {
        intrinsics::roundf64(self)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn trunc(self) -> f64 {
        intrinsics::truncf64(self)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn fract(self) -> f64 {
        self - self.trunc()
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn mul_add(self, a: f64, b: f64) -> f64 {
        intrinsics::fmaf64(self, a, b)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn div_euclid(self, rhs: f64) -> f64 {
        ((self - self.rem_euclid(rhs)) / rhs).round()
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn rem_euclid(self, rhs: f64) -> f64 {
        let r = self % rhs;
        if r < 0.0 { r + rhs.abs() } else { r }
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn powi(self, n: i32) -> f64 {
        intrinsics::powif64(self, n)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn powf(self, n: f64) -> f64 {
        intrinsics::powf64(self, n)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn sqrt(self) -> f64 {
        intrinsics::sqrtf64(self)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn exp(self) -> f64 {
        intrinsics::expf64(self)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn exp2(self) -> f64 {
        intrinsics::exp2f64(self)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn ln(self) -> f64 {
        intrinsics::logf64(self)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn log2(self) -> f64 {
        intrinsics::log2f64(self)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn log10(self) -> f64 {
        intrinsics::log10f64(self)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn sin(self) -> f64 {
        intrinsics::sinf64(self)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn cos(self) -> f64 {
        intrinsics::cosf64(self)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn log(self, base: f64) -> f64 {
        self.ln() / base.ln()
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn cbrt(self) -> f64 {
        self.powf(1.0 / 3.0)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn hypot(self, other: f64) -> f64 {
        (self * self + other * other).sqrt()
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn tan(self) -> f64 {
        self.sin() / self.cos()
    }

    #[rustc_allow_incoherent_impl]
    pub fn asin(self) -> f64 {
        unsafe { cmath::asin(self) }
    }

    #[rustc_allow_incoherent_impl]
    pub fn acos(self) -> f64 {
        unsafe { cmath::acos(self) }
    }

    #[rustc_allow_incoherent_impl]
    pub fn atan(self) -> f64 {
        unsafe { cmath::atan(self) }
    }

    #[rustc_allow_incoherent_impl]
    pub fn sinh(self) -> f64 {
        unsafe { cmath::sinh(self) }
    }

    #[rustc_allow_incoherent_impl]
    pub fn cosh(self) -> f64 {
        unsafe { cmath::cosh(self) }
    }

    #[rustc_allow_incoherent_impl]
    pub fn tanh(self) -> f64 {
        unsafe { cmath::tanh(self) }
    }

    #[rustc_allow_incoherent_impl]
    pub fn asinh(self) -> f64 {
        unsafe { cmath::asinh(self) }
    }

    #[rustc_allow_incoherent_impl]
    pub fn acosh(self) -> f64 {
        unsafe { cmath::acosh(self) }
    }

    #[rustc_allow_incoherent_impl]
    pub fn atanh(self) -> f64 {
        unsafe { cmath::atanh(self) }
    }

    #[rustc_allow_incoherent_impl]
    pub fn exp_m1(self) -> f64 {
        unsafe { cmath::exp_m1(self) }
    }

    #[rustc_allow_incoherent_impl]
    pub fn ln_1p(self) -> f64 {
        unsafe { cmath::ln_1p(self) }
    }

    #[rustc_allow_incoherent_impl]
    pub fn atan2(self, other: f64) -> f64 {
        unsafe { cmath::atan2(self, other) }
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn sin_cos(self) -> (f64, f64) {
        (self.sin(), self.cos())
    }
}

mod cmath {
    unsafe extern "C" {
        #[link_name = "asin"]
        pub fn asin(n: f64) -> f64;
        #[link_name = "acos"]
        pub fn acos(n: f64) -> f64;
        #[link_name = "atan"]
        pub fn atan(n: f64) -> f64;
        #[link_name = "sinh"]
        pub fn sinh(n: f64) -> f64;
        #[link_name = "cosh"]
        pub fn cosh(n: f64) -> f64;
        #[link_name = "tanh"]
        pub fn tanh(n: f64) -> f64;
        #[link_name = "asinh"]
        pub fn asinh(n: f64) -> f64;
        #[link_name = "acosh"]
        pub fn acosh(n: f64) -> f64;
        #[link_name = "atanh"]
        pub fn atanh(n: f64) -> f64;
        #[link_name = "expm1"]
        pub fn exp_m1(n: f64) -> f64;
        #[link_name = "log1p"]
        pub fn ln_1p(n: f64) -> f64;
        #[link_name = "atan2"]
        pub fn atan2(a: f64, b: f64) -> f64;
    }
}
