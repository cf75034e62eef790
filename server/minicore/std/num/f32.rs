//! `f32`: the methods that need a mathematics library.

pub use core::f32::{
    DIGITS, EPSILON, INFINITY, MANTISSA_DIGITS, MAX, MIN, MIN_POSITIVE, NAN, NEG_INFINITY, RADIX, consts,
};

use crate::intrinsics;

impl f32 {
    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn floor(self) -> f32 {
        intrinsics::floorf32(self)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn ceil(self) -> f32 {
        intrinsics::ceilf32(self)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn round(self) -> f32 {
        intrinsics::roundf32(self)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn trunc(self) -> f32 {
        intrinsics::truncf32(self)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn fract(self) -> f32 {
        self - self.trunc()
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn mul_add(self, a: f32, b: f32) -> f32 {
        intrinsics::fmaf32(self, a, b)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn div_euclid(self, rhs: f32) -> f32 {
        ((self - self.rem_euclid(rhs)) / rhs).round()
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn rem_euclid(self, rhs: f32) -> f32 {
        let r = self % rhs;
        if r < 0.0 { r + rhs.abs() } else { r }
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn powi(self, n: i32) -> f32 {
        intrinsics::powif32(self, n)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn powf(self, n: f32) -> f32 {
        intrinsics::powf32(self, n)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn sqrt(self) -> f32 {
        intrinsics::sqrtf32(self)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn exp(self) -> f32 {
        intrinsics::expf32(self)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn exp2(self) -> f32 {
        intrinsics::exp2f32(self)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn ln(self) -> f32 {
        intrinsics::logf32(self)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn log2(self) -> f32 {
        intrinsics::log2f32(self)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn log10(self) -> f32 {
        intrinsics::log10f32(self)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn sin(self) -> f32 {
        intrinsics::sinf32(self)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn cos(self) -> f32 {
        intrinsics::cosf32(self)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn log(self, base: f32) -> f32 {
        self.ln() / base.ln()
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn cbrt(self) -> f32 {
        self.powf(1.0 / 3.0)
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn hypot(self, other: f32) -> f32 {
        (self * self + other * other).sqrt()
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn tan(self) -> f32 {
        self.sin() / self.cos()
    }

    #[rustc_allow_incoherent_impl]
    pub fn asin(self) -> f32 {
        unsafe { cmath::asin(self) }
    }

    #[rustc_allow_incoherent_impl]
    pub fn acos(self) -> f32 {
        unsafe { cmath::acos(self) }
    }

    #[rustc_allow_incoherent_impl]
    pub fn atan(self) -> f32 {
        unsafe { cmath::atan(self) }
    }

    #[rustc_allow_incoherent_impl]
    pub fn sinh(self) -> f32 {
        unsafe { cmath::sinh(self) }
    }

    #[rustc_allow_incoherent_impl]
    pub fn cosh(self) -> f32 {
        unsafe { cmath::cosh(self) }
    }

    #[rustc_allow_incoherent_impl]
    pub fn tanh(self) -> f32 {
        unsafe { cmath::tanh(self) }
    }

    #[rustc_allow_incoherent_impl]
    pub fn asinh(self) -> f32 {
        unsafe { cmath::asinh(self) }
    }

    #[rustc_allow_incoherent_impl]
    pub fn acosh(self) -> f32 {
        unsafe { cmath::acosh(self) }
    }

    #[rustc_allow_incoherent_impl]
    pub fn atanh(self) -> f32 {
        unsafe { cmath::atanh(self) }
    }

    #[rustc_allow_incoherent_impl]
    pub fn exp_m1(self) -> f32 {
        unsafe { cmath::exp_m1(self) }
    }

    #[rustc_allow_incoherent_impl]
    pub fn ln_1p(self) -> f32 {
        unsafe { cmath::ln_1p(self) }
    }

    #[rustc_allow_incoherent_impl]
    pub fn atan2(self, other: f32) -> f32 {
        unsafe { cmath::atan2(self, other) }
    }

    #[rustc_allow_incoherent_impl]
    #[inline]
    pub fn sin_cos(self) -> (f32, f32) {
        (self.sin(), self.cos())
    }
}

mod cmath {
    unsafe extern "C" {
        #[link_name = "asinf"]
        pub fn asin(n: f32) -> f32;
        #[link_name = "acosf"]
        pub fn acos(n: f32) -> f32;
        #[link_name = "atanf"]
        pub fn atan(n: f32) -> f32;
        #[link_name = "sinhf"]
        pub fn sinh(n: f32) -> f32;
        #[link_name = "coshf"]
        pub fn cosh(n: f32) -> f32;
        #[link_name = "tanhf"]
        pub fn tanh(n: f32) -> f32;
        #[link_name = "asinhf"]
        pub fn asinh(n: f32) -> f32;
        #[link_name = "acoshf"]
        pub fn acosh(n: f32) -> f32;
        #[link_name = "atanhf"]
        pub fn atanh(n: f32) -> f32;
        #[link_name = "expm1f"]
        pub fn exp_m1(n: f32) -> f32;
        #[link_name = "log1pf"]
        pub fn ln_1p(n: f32) -> f32;
        #[link_name = "atan2f"]
        pub fn atan2(a: f32, b: f32) -> f32;
    }
}
