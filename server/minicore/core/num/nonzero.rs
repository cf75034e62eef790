//! Integers that are not zero.

use super::{IntErrorKind, ParseIntError, TryFromIntError};
use crate::cmp::Ordering;
use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::str::FromStr;

mod private {
    pub trait Sealed {}
}

pub unsafe trait ZeroablePrimitive: Sized + Copy + private::Sealed {
    #[doc(hidden)]
    type NonZeroInner: Sized + Copy;
}

#[repr(transparent)]
#[rustc_nonnull_optimization_guaranteed]
pub struct NonZero<T: ZeroablePrimitive>(T::NonZeroInner);

impl<T: ZeroablePrimitive> Clone for NonZero<T> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ZeroablePrimitive> Copy for NonZero<T> {}

impl<T: ZeroablePrimitive> NonZero<T> {
    #[inline]
    pub const fn new(n: T) -> Option<Self> {
        // The niche of the inner type makes zero the representation of `None`.
        unsafe { crate::intrinsics::transmute_unchecked(n) }
    }

    #[inline]
    pub const unsafe fn new_unchecked(n: T) -> Self {
        unsafe { crate::intrinsics::transmute_unchecked(n) }
    }

    #[inline]
    pub const fn get(self) -> T {
        unsafe { crate::intrinsics::transmute_unchecked(self) }
    }
}

impl<T: ZeroablePrimitive + PartialEq> PartialEq for NonZero<T> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }

    #[inline]
    fn ne(&self, other: &Self) -> bool {
        self.get() != other.get()
    }
}

impl<T: ZeroablePrimitive + Eq> Eq for NonZero<T> {}

impl<T: ZeroablePrimitive + PartialOrd> PartialOrd for NonZero<T> {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.get().partial_cmp(&other.get())
    }
}

impl<T: ZeroablePrimitive + Ord> Ord for NonZero<T> {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        self.get().cmp(&other.get())
    }
}

impl<T: ZeroablePrimitive + Hash> Hash for NonZero<T> {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.get().hash(state)
    }
}

impl<T: ZeroablePrimitive> From<NonZero<T>> for T {
    #[inline]
    fn from(nonzero: NonZero<T>) -> Self {
        nonzero.get()
    }
}

impl<T: ZeroablePrimitive + fmt::Debug> fmt::Debug for NonZero<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
}

impl<T: ZeroablePrimitive + fmt::Display> fmt::Display for NonZero<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
}

macro_rules! nonzero_integer {
    ($($alias:ident $int:ident $inner:ident ($($values:tt)*);)*) => {$(
        pub type $alias = NonZero<$int>;

        #[repr(transparent)]
        #[doc(hidden)]
        pub struct $inner(crate::pattern_type!($int is $($values)*));

        impl Clone for $inner {
            #[inline]
            fn clone(&self) -> Self {
                *self
            }
        }

        impl Copy for $inner {}

        impl private::Sealed for $int {}

        unsafe impl ZeroablePrimitive for $int {
            type NonZeroInner = $inner;
        }

        impl NonZero<$int> {
            pub const MAX: Self = unsafe { NonZero::new_unchecked(<$int>::MAX) };

            #[inline]
            pub const fn leading_zeros(self) -> u32 {
                self.get().leading_zeros()
            }

            #[inline]
            pub const fn trailing_zeros(self) -> u32 {
                self.get().trailing_zeros()
            }

            #[inline]
            pub const fn checked_mul(self, other: Self) -> Option<Self> {
                match self.get().checked_mul(other.get()) {
                    Some(product) => NonZero::new(product),
                    None => None,
                }
            }
        }

        impl TryFrom<$int> for NonZero<$int> {
            type Error = TryFromIntError;

            #[inline]
            fn try_from(value: $int) -> Result<Self, Self::Error> {
                Self::new(value).ok_or(TryFromIntError(()))
            }
        }

        impl FromStr for NonZero<$int> {
            type Err = ParseIntError;

            fn from_str(src: &str) -> Result<Self, Self::Err> {
                Self::new(<$int>::from_str_radix(src, 10)?).ok_or(ParseIntError { kind: IntErrorKind::Zero })
            }
        }
    )*};
}

nonzero_integer! {
    NonZeroU8 u8 NonZeroU8Inner (1..);
    NonZeroU16 u16 NonZeroU16Inner (1..);
    NonZeroU32 u32 NonZeroU32Inner (1..);
    NonZeroU64 u64 NonZeroU64Inner (1..);
    NonZeroU128 u128 NonZeroU128Inner (1..);
    NonZeroUsize usize NonZeroUsizeInner (1..);
    NonZeroI8 i8 NonZeroI8Inner (..0 | 1..);
    NonZeroI16 i16 NonZeroI16Inner (..0 | 1..);
    NonZeroI32 i32 NonZeroI32Inner (..0 | 1..);
    NonZeroI64 i64 NonZeroI64Inner (..0 | 1..);
    NonZeroI128 i128 NonZeroI128Inner (..0 | 1..);
    NonZeroIsize isize NonZeroIsizeInner (..0 | 1..);
}

macro_rules! nonzero_unsigned {
    ($($int:ident)*) => {$(
        impl NonZero<$int> {
            pub const MIN: Self = unsafe { NonZero::new_unchecked(1) };

            #[inline]
            pub const fn checked_add(self, other: $int) -> Option<Self> {
                match self.get().checked_add(other) {
                    Some(sum) => NonZero::new(sum),
                    None => None,
                }
            }

            #[inline]
            pub const fn saturating_add(self, other: $int) -> Self {
                unsafe { NonZero::new_unchecked(self.get().saturating_add(other)) }
            }

            #[inline]
            pub const fn is_power_of_two(self) -> bool {
                self.get().is_power_of_two()
            }
        }
    )*};
}

nonzero_unsigned! { u8 u16 u32 u64 u128 usize }
