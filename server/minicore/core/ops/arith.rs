//! Arithmetic operators and their compound assignments.

#[lang = "add"]
pub trait Add<Rhs = Self> {
    type Output;

    fn add(self, rhs: Rhs) -> Self::Output;
}

macro_rules! add_impl {
    ($($t:ty)*) => {$(
        impl Add for $t {
            type Output = $t;

            #[inline]
            fn add(self, other: $t) -> $t {
                self + other
            }
        }

        forward_ref_binop! { impl Add, add for $t, $t }
    )*};
}

add_impl! { usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 f32 f64 }

#[lang = "sub"]
pub trait Sub<Rhs = Self> {
    type Output;

    fn sub(self, rhs: Rhs) -> Self::Output;
}

macro_rules! sub_impl {
    ($($t:ty)*) => {$(
        impl Sub for $t {
            type Output = $t;

            #[inline]
            fn sub(self, other: $t) -> $t {
                self - other
            }
        }

        forward_ref_binop! { impl Sub, sub for $t, $t }
    )*};
}

sub_impl! { usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 f32 f64 }

#[lang = "mul"]
pub trait Mul<Rhs = Self> {
    type Output;

    fn mul(self, rhs: Rhs) -> Self::Output;
}

macro_rules! mul_impl {
    ($($t:ty)*) => {$(
        impl Mul for $t {
            type Output = $t;

            #[inline]
            fn mul(self, other: $t) -> $t {
                self * other
            }
        }

        forward_ref_binop! { impl Mul, mul for $t, $t }
    )*};
}

mul_impl! { usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 f32 f64 }

#[lang = "div"]
pub trait Div<Rhs = Self> {
    type Output;

    fn div(self, rhs: Rhs) -> Self::Output;
}

macro_rules! div_impl {
    ($($t:ty)*) => {$(
        impl Div for $t {
            type Output = $t;

            #[inline]
            fn div(self, other: $t) -> $t {
                self / other
            }
        }

        forward_ref_binop! { impl Div, div for $t, $t }
    )*};
}

div_impl! { usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 f32 f64 }

#[lang = "rem"]
pub trait Rem<Rhs = Self> {
    type Output;

    fn rem(self, rhs: Rhs) -> Self::Output;
}

macro_rules! rem_impl {
    ($($t:ty)*) => {$(
        impl Rem for $t {
            type Output = $t;

            #[inline]
            fn rem(self, other: $t) -> $t {
                self % other
            }
        }

        forward_ref_binop! { impl Rem, rem for $t, $t }
    )*};
}

rem_impl! { usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 f32 f64 }

#[lang = "neg"]
pub trait Neg {
    type Output;

    fn neg(self) -> Self::Output;
}

macro_rules! neg_impl {
    ($($t:ty)*) => {$(
        impl Neg for $t {
            type Output = $t;

            #[inline]
            fn neg(self) -> $t {
                -self
            }
        }

        forward_ref_unop! { impl Neg, neg for $t }
    )*};
}

neg_impl! { isize i8 i16 i32 i64 i128 f32 f64 }

#[lang = "add_assign"]
pub trait AddAssign<Rhs = Self> {
    fn add_assign(&mut self, rhs: Rhs);
}

macro_rules! add_assign_impl {
    ($($t:ty)+) => {$(
        impl AddAssign for $t {
            #[inline]
            fn add_assign(&mut self, other: $t) {
                *self += other
            }
        }

        forward_ref_op_assign! { impl AddAssign, add_assign for $t, $t }
    )+};
}

add_assign_impl! { usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 f32 f64 }

#[lang = "sub_assign"]
pub trait SubAssign<Rhs = Self> {
    fn sub_assign(&mut self, rhs: Rhs);
}

macro_rules! sub_assign_impl {
    ($($t:ty)+) => {$(
        impl SubAssign for $t {
            #[inline]
            fn sub_assign(&mut self, other: $t) {
                *self -= other
            }
        }

        forward_ref_op_assign! { impl SubAssign, sub_assign for $t, $t }
    )+};
}

sub_assign_impl! { usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 f32 f64 }

#[lang = "mul_assign"]
pub trait MulAssign<Rhs = Self> {
    fn mul_assign(&mut self, rhs: Rhs);
}

macro_rules! mul_assign_impl {
    ($($t:ty)+) => {$(
        impl MulAssign for $t {
            #[inline]
            fn mul_assign(&mut self, other: $t) {
                *self *= other
            }
        }

        forward_ref_op_assign! { impl MulAssign, mul_assign for $t, $t }
    )+};
}

mul_assign_impl! { usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 f32 f64 }

#[lang = "div_assign"]
pub trait DivAssign<Rhs = Self> {
    fn div_assign(&mut self, rhs: Rhs);
}

macro_rules! div_assign_impl {
    ($($t:ty)+) => {$(
        impl DivAssign for $t {
            #[inline]
            fn div_assign(&mut self, other: $t) {
                *self /= other
            }
        }

        forward_ref_op_assign! { impl DivAssign, div_assign for $t, $t }
    )+};
}

div_assign_impl! { usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 f32 f64 }

#[lang = "rem_assign"]
pub trait RemAssign<Rhs = Self> {
    fn rem_assign(&mut self, rhs: Rhs);
}

macro_rules! rem_assign_impl {
    ($($t:ty)+) => {$(
        impl RemAssign for $t {
            #[inline]
            fn rem_assign(&mut self, other: $t) {
                *self %= other
            }
        }

        forward_ref_op_assign! { impl RemAssign, rem_assign for $t, $t }
    )+};
}

rem_assign_impl! { usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 f32 f64 }
