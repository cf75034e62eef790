//! Methods of the signed integers.

macro_rules! int_impl {
    ($SelfT:ident, $UnsignedT:ident, $bits:literal, $bytes:literal) => {
        pub const BITS: u32 = $bits;

        #[inline(always)]
        pub const fn count_ones(self) -> u32 {
            intrinsics::ctpop(self)
        }

        #[inline(always)]
        pub const fn count_zeros(self) -> u32 {
            (!self).count_ones()
        }

        #[inline(always)]
        pub const fn leading_zeros(self) -> u32 {
            intrinsics::ctlz(self)
        }

        #[inline(always)]
        pub const fn trailing_zeros(self) -> u32 {
            intrinsics::cttz(self)
        }

        #[inline(always)]
        pub const fn leading_ones(self) -> u32 {
            (!self).leading_zeros()
        }

        #[inline(always)]
        pub const fn trailing_ones(self) -> u32 {
            (!self).trailing_zeros()
        }

        #[inline(always)]
        pub const fn rotate_left(self, n: u32) -> Self {
            let n = n % $bits;
            (((self as $UnsignedT) << n) | ((self as $UnsignedT) >> (($bits - n) % $bits))) as Self
        }

        #[inline(always)]
        pub const fn rotate_right(self, n: u32) -> Self {
            let n = n % $bits;
            (((self as $UnsignedT) >> n) | ((self as $UnsignedT) << (($bits - n) % $bits))) as Self
        }

        #[inline(always)]
        pub const fn swap_bytes(self) -> Self {
            intrinsics::bswap(self)
        }

        #[inline(always)]
        pub const fn reverse_bits(self) -> Self {
            intrinsics::bitreverse(self)
        }

        #[inline]
        pub const fn from_be(x: Self) -> Self {
            x.swap_bytes()
        }

        #[inline]
        pub const fn from_le(x: Self) -> Self {
            x
        }

        #[inline]
        pub const fn to_be(self) -> Self {
            self.swap_bytes()
        }

        #[inline]
        pub const fn to_le(self) -> Self {
            self
        }

        #[inline]
        pub const fn checked_add(self, rhs: Self) -> Option<Self> {
            let (a, b) = self.overflowing_add(rhs);
            if b { None } else { Some(a) }
        }

        #[inline]
        pub const fn checked_sub(self, rhs: Self) -> Option<Self> {
            let (a, b) = self.overflowing_sub(rhs);
            if b { None } else { Some(a) }
        }

        #[inline]
        pub const fn checked_mul(self, rhs: Self) -> Option<Self> {
            let (a, b) = self.overflowing_mul(rhs);
            if b { None } else { Some(a) }
        }

        #[inline]
        pub const fn checked_div(self, rhs: Self) -> Option<Self> {
            if rhs == 0 || (self == Self::MIN && rhs == -1) { None } else { Some(self / rhs) }
        }

        #[inline]
        pub const fn checked_rem(self, rhs: Self) -> Option<Self> {
            if rhs == 0 || (self == Self::MIN && rhs == -1) { None } else { Some(self % rhs) }
        }

        #[inline]
        pub const fn checked_neg(self) -> Option<Self> {
            let (a, b) = self.overflowing_neg();
            if b { None } else { Some(a) }
        }

        #[inline]
        pub const fn checked_shl(self, rhs: u32) -> Option<Self> {
            if rhs < Self::BITS { Some(self << rhs) } else { None }
        }

        #[inline]
        pub const fn checked_shr(self, rhs: u32) -> Option<Self> {
            if rhs < Self::BITS { Some(self >> rhs) } else { None }
        }

        #[inline]
        pub const fn checked_pow(self, mut exp: u32) -> Option<Self> {
            let mut base = self;
            let mut acc: Self = 1;
            while exp > 0 {
                if exp & 1 == 1 {
                    acc = match acc.checked_mul(base) {
                        Some(acc) => acc,
                        None => return None,
                    };
                }
                exp /= 2;
                if exp > 0 {
                    base = match base.checked_mul(base) {
                        Some(base) => base,
                        None => return None,
                    };
                }
            }
            Some(acc)
        }

        #[inline(always)]
        pub const unsafe fn unchecked_add(self, rhs: Self) -> Self {
            unsafe { intrinsics::unchecked_add(self, rhs) }
        }

        #[inline(always)]
        pub const unsafe fn unchecked_sub(self, rhs: Self) -> Self {
            unsafe { intrinsics::unchecked_sub(self, rhs) }
        }

        #[inline(always)]
        pub const unsafe fn unchecked_mul(self, rhs: Self) -> Self {
            unsafe { intrinsics::unchecked_mul(self, rhs) }
        }

        #[inline(always)]
        pub const fn saturating_add(self, rhs: Self) -> Self {
            intrinsics::saturating_add(self, rhs)
        }

        #[inline(always)]
        pub const fn saturating_sub(self, rhs: Self) -> Self {
            intrinsics::saturating_sub(self, rhs)
        }

        #[inline]
        pub const fn saturating_mul(self, rhs: Self) -> Self {
            match self.checked_mul(rhs) {
                Some(x) => x,
                None => {
                    if (self < 0) == (rhs < 0) {
                        Self::MAX
                    } else {
                        Self::MIN
                    }
                }
            }
        }

        #[inline]
        pub const fn saturating_pow(self, exp: u32) -> Self {
            match self.checked_pow(exp) {
                Some(x) => x,
                None => {
                    if self < 0 && exp % 2 == 1 {
                        Self::MIN
                    } else {
                        Self::MAX
                    }
                }
            }
        }

        #[inline(always)]
        pub const fn wrapping_add(self, rhs: Self) -> Self {
            intrinsics::wrapping_add(self, rhs)
        }

        #[inline(always)]
        pub const fn wrapping_sub(self, rhs: Self) -> Self {
            intrinsics::wrapping_sub(self, rhs)
        }

        #[inline(always)]
        pub const fn wrapping_mul(self, rhs: Self) -> Self {
            intrinsics::wrapping_mul(self, rhs)
        }

        #[inline]
        pub const fn wrapping_div(self, rhs: Self) -> Self {
            if (self == Self::MIN && rhs == -1) { self } else { self / rhs }
        }

        #[inline]
        pub const fn wrapping_rem(self, rhs: Self) -> Self {
            if (self == Self::MIN && rhs == -1) { 0 } else { self % rhs }
        }

        #[inline(always)]
        pub const fn wrapping_neg(self) -> Self {
            (0 as $SelfT).wrapping_sub(self)
        }

        #[inline(always)]
        pub const fn wrapping_shl(self, rhs: u32) -> Self {
            unsafe { intrinsics::unchecked_shl(self, rhs & ($bits - 1)) }
        }

        #[inline(always)]
        pub const fn wrapping_shr(self, rhs: u32) -> Self {
            unsafe { intrinsics::unchecked_shr(self, rhs & ($bits - 1)) }
        }

        #[inline]
        pub const fn wrapping_pow(self, mut exp: u32) -> Self {
            let mut base = self;
            let mut acc: Self = 1;
            while exp > 0 {
                if exp & 1 == 1 {
                    acc = acc.wrapping_mul(base);
                }
                exp /= 2;
                base = base.wrapping_mul(base);
            }
            acc
        }

        #[inline(always)]
        pub const fn overflowing_add(self, rhs: Self) -> (Self, bool) {
            intrinsics::add_with_overflow(self, rhs)
        }

        #[inline(always)]
        pub const fn overflowing_sub(self, rhs: Self) -> (Self, bool) {
            intrinsics::sub_with_overflow(self, rhs)
        }

        #[inline(always)]
        pub const fn overflowing_mul(self, rhs: Self) -> (Self, bool) {
            intrinsics::mul_with_overflow(self, rhs)
        }

        #[inline]
        pub const fn overflowing_neg(self) -> (Self, bool) {
            (0 as $SelfT).overflowing_sub(self)
        }

        #[inline]
        pub const fn overflowing_shl(self, rhs: u32) -> (Self, bool) {
            (self.wrapping_shl(rhs), rhs >= Self::BITS)
        }

        #[inline]
        pub const fn overflowing_shr(self, rhs: u32) -> (Self, bool) {
            (self.wrapping_shr(rhs), rhs >= Self::BITS)
        }

        #[inline]
        pub const fn overflowing_pow(self, exp: u32) -> (Self, bool) {
            (self.wrapping_pow(exp), self.checked_pow(exp).is_none())
        }

        #[inline]
        pub const fn pow(self, mut exp: u32) -> Self {
            let mut base = self;
            let mut acc: Self = 1;
            while exp > 1 {
                if exp & 1 == 1 {
                    acc = acc * base;
                }
                exp /= 2;
                base = base * base;
            }
            if exp == 1 { acc * base } else { acc }
        }

        #[inline]
        pub const fn isqrt(self) -> Self {
            let mut root: Self = 0;
            while match (root + 1).checked_mul(root + 1) {
                Some(square) => square <= self,
                None => false,
            } {
                root += 1;
            }
            root
        }

        #[inline]
        pub const fn rem_euclid(self, rhs: Self) -> Self {
            let r = self % rhs;
            if r < 0 { r.wrapping_add(rhs.wrapping_abs()) } else { r }
        }

        #[inline]
        pub const fn div_euclid(self, rhs: Self) -> Self {
            let q = self / rhs;
            if self % rhs < 0 {
                return if rhs > 0 { q - 1 } else { q + 1 };
            }
            q
        }

        #[inline]
        pub const fn checked_rem_euclid(self, rhs: Self) -> Option<Self> {
            if rhs == 0 || (self == Self::MIN && rhs == -1) { None } else { Some(self.rem_euclid(rhs)) }
        }

        #[inline]
        pub const fn checked_ilog(self, base: Self) -> Option<u32> {
            if self <= 0 || base <= 1 {
                return None;
            }
            let mut n = 0;
            let mut rest = self;
            while rest >= base {
                rest /= base;
                n += 1;
            }
            Some(n)
        }

        #[inline]
        #[track_caller]
        pub const fn ilog(self, base: Self) -> u32 {
            match self.checked_ilog(base) {
                Some(log) => log,
                None => panic!("argument of integer logarithm must be positive"),
            }
        }

        #[inline]
        #[track_caller]
        pub const fn ilog2(self) -> u32 {
            match self.checked_ilog(2) {
                Some(log) => log,
                None => panic!("argument of integer logarithm must be positive"),
            }
        }

        #[inline]
        #[track_caller]
        pub const fn ilog10(self) -> u32 {
            match self.checked_ilog(10) {
                Some(log) => log,
                None => panic!("argument of integer logarithm must be positive"),
            }
        }

        #[inline]
        pub const fn to_be_bytes(self) -> [u8; $bytes] {
            self.to_be().to_ne_bytes()
        }

        #[inline]
        pub const fn to_le_bytes(self) -> [u8; $bytes] {
            self.to_le().to_ne_bytes()
        }

        #[inline]
        pub const fn to_ne_bytes(self) -> [u8; $bytes] {
            unsafe { crate::mem::transmute(self) }
        }

        #[inline]
        pub const fn from_be_bytes(bytes: [u8; $bytes]) -> Self {
            Self::from_be(Self::from_ne_bytes(bytes))
        }

        #[inline]
        pub const fn from_le_bytes(bytes: [u8; $bytes]) -> Self {
            Self::from_le(Self::from_ne_bytes(bytes))
        }

        #[inline]
        pub const fn from_ne_bytes(bytes: [u8; $bytes]) -> Self {
            unsafe { crate::mem::transmute(bytes) }
        }

        #[inline(always)]
        pub const fn min_value() -> Self {
            Self::MIN
        }

        #[inline(always)]
        pub const fn max_value() -> Self {
            Self::MAX
        }

        #[inline]
        pub const fn from_str_radix(src: &str, radix: u32) -> Result<$SelfT, ParseIntError> {
            Self::from_ascii_radix(src.as_bytes(), radix)
        }

        pub const fn from_ascii_radix(src: &[u8], radix: u32) -> Result<$SelfT, ParseIntError> {
            if 2 > radix || radix > 36 {
                panic!("from_ascii_radix: radix must lie in the range `[2, 36]`")
            }
            let (negative, mut digits) = match src {
                [] => return Err(ParseIntError { kind: IntErrorKind::Empty }),
                [b'+' | b'-'] => return Err(ParseIntError { kind: IntErrorKind::InvalidDigit }),
                [b'+', rest @ ..] => (false, rest),
                [b'-', rest @ ..] if Self::MIN != 0 => (true, rest),
                _ => (false, src),
            };
            let mut result: $SelfT = 0;
            while let [c, rest @ ..] = digits {
                let digit = match (*c as char).to_digit(radix) {
                    Some(digit) => digit as $SelfT,
                    None => return Err(ParseIntError { kind: IntErrorKind::InvalidDigit }),
                };
                let next = match result.checked_mul(radix as $SelfT) {
                    Some(product) if negative => product.checked_sub(digit),
                    Some(product) => product.checked_add(digit),
                    None => None,
                };
                result = match next {
                    Some(next) => next,
                    None if negative => return Err(ParseIntError { kind: IntErrorKind::NegOverflow }),
                    None => return Err(ParseIntError { kind: IntErrorKind::PosOverflow }),
                };
                digits = rest;
            }
            Ok(result)
        }

        pub const MIN: Self = !Self::MAX;

        pub const MAX: Self = (<$UnsignedT>::MAX >> 1) as Self;

        #[inline(always)]
        pub const fn cast_unsigned(self) -> $UnsignedT {
            self as $UnsignedT
        }

        #[inline]
        pub const fn checked_abs(self) -> Option<Self> {
            if self < 0 { self.checked_neg() } else { Some(self) }
        }

        #[inline]
        pub const fn wrapping_abs(self) -> Self {
            if self < 0 { self.wrapping_neg() } else { self }
        }

        #[inline]
        pub const fn saturating_abs(self) -> Self {
            if self < 0 { self.saturating_neg() } else { self }
        }

        #[inline]
        pub const fn saturating_neg(self) -> Self {
            (0 as $SelfT).saturating_sub(self)
        }

        #[inline]
        pub const fn overflowing_abs(self) -> (Self, bool) {
            (self.wrapping_abs(), self == Self::MIN)
        }

        #[inline]
        pub const fn unsigned_abs(self) -> $UnsignedT {
            self.wrapping_abs() as $UnsignedT
        }

        #[inline]
        pub const fn abs(self) -> Self {
            if self < 0 { -self } else { self }
        }

        #[inline]
        pub const fn abs_diff(self, other: Self) -> $UnsignedT {
            if self < other {
                (other as $UnsignedT).wrapping_sub(self as $UnsignedT)
            } else {
                (self as $UnsignedT).wrapping_sub(other as $UnsignedT)
            }
        }

        #[inline(always)]
        pub const fn signum(self) -> Self {
            (self > 0) as Self - (self < 0) as Self
        }

        #[inline(always)]
        pub const fn is_positive(self) -> bool {
            self > 0
        }

        #[inline(always)]
        pub const fn is_negative(self) -> bool {
            self < 0
        }

        #[inline]
        pub const fn wrapping_add_unsigned(self, rhs: $UnsignedT) -> Self {
            self.wrapping_add(rhs as Self)
        }

        #[inline]
        pub const fn checked_add_unsigned(self, rhs: $UnsignedT) -> Option<Self> {
            let sum = self.wrapping_add(rhs as Self);
            if sum < self { None } else { Some(sum) }
        }

        #[inline]
        pub const fn checked_sub_unsigned(self, rhs: $UnsignedT) -> Option<Self> {
            let difference = self.wrapping_sub(rhs as Self);
            if difference > self { None } else { Some(difference) }
        }
    };
}
