//! Equality and order: the operator traits, their derive macros, `Ordering`, and the impls for primitives and
//! references.

use self::Ordering::*;
use crate::marker::PointeeSized;
use crate::ops::ControlFlow;

#[lang = "eq"]
pub trait PartialEq<Rhs: PointeeSized = Self>: PointeeSized {
    fn eq(&self, other: &Rhs) -> bool;

    #[inline]
    fn ne(&self, other: &Rhs) -> bool {
        !self.eq(other)
    }
}

#[rustc_builtin_macro]
#[allow_internal_unstable(core_intrinsics, structural_match)]
#[macro_export]
#[doc(hidden)]
macro_rules! PartialEq {
    ($item:item) => {};
}
pub use crate::PartialEq;

pub trait Eq: PartialEq<Self> + PointeeSized {
    #[doc(hidden)]
    #[inline]
    fn assert_receiver_is_total_eq(&self) {}

    #[doc(hidden)]
    #[inline]
    fn assert_fields_are_eq(&self) {}
}

#[rustc_builtin_macro]
#[allow_internal_unstable(core_intrinsics, derive_eq_internals, structural_match, coverage_attribute)]
#[macro_export]
#[doc(hidden)]
macro_rules! Eq {
    ($item:item) => {};
}
pub use crate::Eq;

pub struct AssertParamIsEq<T: Eq + PointeeSized> {
    _field: crate::marker::PhantomData<T>,
}

#[derive(Copy, Debug, Hash, Clone, Eq, PartialOrd, Ord, PartialEq)]
#[lang = "Ordering"]
#[repr(i8)]
pub enum Ordering {
    Less = -1,
    Equal = 0,
    Greater = 1,
}

impl Ordering {
    #[inline]
    const fn as_raw(self) -> i8 {
        self as i8
    }

    #[inline]
    pub const fn is_eq(self) -> bool {
        self.as_raw() == 0
    }

    #[inline]
    pub const fn is_ne(self) -> bool {
        self.as_raw() != 0
    }

    #[inline]
    pub const fn is_lt(self) -> bool {
        self.as_raw() < 0
    }

    #[inline]
    pub const fn is_gt(self) -> bool {
        self.as_raw() > 0
    }

    #[inline]
    pub const fn is_le(self) -> bool {
        self.as_raw() <= 0
    }

    #[inline]
    pub const fn is_ge(self) -> bool {
        self.as_raw() >= 0
    }

    #[inline]
    pub const fn reverse(self) -> Ordering {
        match self {
            Less => Greater,
            Equal => Equal,
            Greater => Less,
        }
    }

    #[inline]
    pub const fn then(self, other: Ordering) -> Ordering {
        match self {
            Equal => other,
            _ => self,
        }
    }

    #[inline]
    pub fn then_with<F>(self, f: F) -> Ordering
    where
        F: FnOnce() -> Ordering,
    {
        match self {
            Equal => f(),
            _ => self,
        }
    }
}

#[derive(Copy, Debug, Hash, PartialEq, Eq, Default)]
#[repr(transparent)]
pub struct Reverse<T>(pub T);

impl<T: PartialOrd> PartialOrd for Reverse<T> {
    #[inline]
    fn partial_cmp(&self, other: &Reverse<T>) -> Option<Ordering> {
        other.0.partial_cmp(&self.0)
    }

    #[inline]
    fn lt(&self, other: &Self) -> bool {
        other.0 < self.0
    }

    #[inline]
    fn le(&self, other: &Self) -> bool {
        other.0 <= self.0
    }

    #[inline]
    fn gt(&self, other: &Self) -> bool {
        other.0 > self.0
    }

    #[inline]
    fn ge(&self, other: &Self) -> bool {
        other.0 >= self.0
    }
}

impl<T: Ord> Ord for Reverse<T> {
    #[inline]
    fn cmp(&self, other: &Reverse<T>) -> Ordering {
        other.0.cmp(&self.0)
    }
}

impl<T: Clone> Clone for Reverse<T> {
    #[inline]
    fn clone(&self) -> Reverse<T> {
        Reverse(self.0.clone())
    }

    #[inline]
    fn clone_from(&mut self, source: &Self) {
        self.0.clone_from(&source.0)
    }
}

pub trait Ord: Eq + PartialOrd<Self> + PointeeSized {
    fn cmp(&self, other: &Self) -> Ordering;

    #[inline]
    fn max(self, other: Self) -> Self
    where
        Self: Sized,
    {
        if other < self { self } else { other }
    }

    #[inline]
    fn min(self, other: Self) -> Self
    where
        Self: Sized,
    {
        if other < self { other } else { self }
    }

    #[inline]
    fn clamp(self, min: Self, max: Self) -> Self
    where
        Self: Sized,
    {
        assert!(min <= max);
        if self < min {
            min
        } else if self > max {
            max
        } else {
            self
        }
    }
}

#[rustc_builtin_macro]
#[allow_internal_unstable(core_intrinsics)]
#[macro_export]
#[doc(hidden)]
macro_rules! Ord {
    ($item:item) => {};
}
pub use crate::Ord;

#[lang = "partial_ord"]
pub trait PartialOrd<Rhs: PointeeSized = Self>: PartialEq<Rhs> + PointeeSized {
    fn partial_cmp(&self, other: &Rhs) -> Option<Ordering>;

    #[inline]
    fn lt(&self, other: &Rhs) -> bool {
        match self.partial_cmp(other) {
            Some(ordering) => ordering.is_lt(),
            None => false,
        }
    }

    #[inline]
    fn le(&self, other: &Rhs) -> bool {
        match self.partial_cmp(other) {
            Some(ordering) => ordering.is_le(),
            None => false,
        }
    }

    #[inline]
    fn gt(&self, other: &Rhs) -> bool {
        match self.partial_cmp(other) {
            Some(ordering) => ordering.is_gt(),
            None => false,
        }
    }

    #[inline]
    fn ge(&self, other: &Rhs) -> bool {
        match self.partial_cmp(other) {
            Some(ordering) => ordering.is_ge(),
            None => false,
        }
    }

    #[doc(hidden)]
    #[inline]
    fn __chaining_lt(&self, other: &Rhs) -> ControlFlow<bool> {
        match self.partial_cmp(other) {
            Some(Equal) => ControlFlow::Continue(()),
            Some(ordering) => ControlFlow::Break(ordering.is_lt()),
            None => ControlFlow::Break(false),
        }
    }

    #[doc(hidden)]
    #[inline]
    fn __chaining_le(&self, other: &Rhs) -> ControlFlow<bool> {
        match self.partial_cmp(other) {
            Some(Equal) => ControlFlow::Continue(()),
            Some(ordering) => ControlFlow::Break(ordering.is_le()),
            None => ControlFlow::Break(false),
        }
    }

    #[doc(hidden)]
    #[inline]
    fn __chaining_gt(&self, other: &Rhs) -> ControlFlow<bool> {
        match self.partial_cmp(other) {
            Some(Equal) => ControlFlow::Continue(()),
            Some(ordering) => ControlFlow::Break(ordering.is_gt()),
            None => ControlFlow::Break(false),
        }
    }

    #[doc(hidden)]
    #[inline]
    fn __chaining_ge(&self, other: &Rhs) -> ControlFlow<bool> {
        match self.partial_cmp(other) {
            Some(Equal) => ControlFlow::Continue(()),
            Some(ordering) => ControlFlow::Break(ordering.is_ge()),
            None => ControlFlow::Break(false),
        }
    }
}

#[rustc_builtin_macro]
#[allow_internal_unstable(core_intrinsics)]
#[macro_export]
#[doc(hidden)]
macro_rules! PartialOrd {
    ($item:item) => {};
}
pub use crate::PartialOrd;

#[inline]
pub fn min<T: Ord>(v1: T, v2: T) -> T {
    v1.min(v2)
}

#[inline]
pub fn min_by<T, F: FnOnce(&T, &T) -> Ordering>(v1: T, v2: T, compare: F) -> T {
    if compare(&v1, &v2).is_le() { v1 } else { v2 }
}

#[inline]
pub fn min_by_key<T, F: FnMut(&T) -> K, K: Ord>(v1: T, v2: T, mut f: F) -> T {
    if f(&v2) < f(&v1) { v2 } else { v1 }
}

#[inline]
pub fn max<T: Ord>(v1: T, v2: T) -> T {
    v1.max(v2)
}

#[inline]
pub fn max_by<T, F: FnOnce(&T, &T) -> Ordering>(v1: T, v2: T, compare: F) -> T {
    if compare(&v1, &v2).is_gt() { v1 } else { v2 }
}

#[inline]
pub fn max_by_key<T, F: FnMut(&T) -> K, K: Ord>(v1: T, v2: T, mut f: F) -> T {
    if f(&v2) < f(&v1) { v1 } else { v2 }
}

mod impls {
    use crate::cmp::Ordering::{self, Equal, Greater, Less};
    use crate::marker::PointeeSized;
    use crate::ops::ControlFlow::{self, Break, Continue};

    macro_rules! partial_eq_impl {
        ($($t:ty)*) => {$(
            impl PartialEq for $t {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    *self == *other
                }

                #[inline]
                fn ne(&self, other: &Self) -> bool {
                    *self != *other
                }
            }
        )*};
    }

    impl PartialEq for () {
        #[inline]
        fn eq(&self, _other: &()) -> bool {
            true
        }

        #[inline]
        fn ne(&self, _other: &()) -> bool {
            false
        }
    }

    partial_eq_impl! { bool char usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 f32 f64 }

    macro_rules! eq_impl {
        ($($t:ty)*) => {$(
            impl Eq for $t {}
        )*};
    }

    eq_impl! { () bool char usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 }

    macro_rules! partial_ord_methods_primitive_impl {
        () => {
            #[inline(always)]
            fn lt(&self, other: &Self) -> bool {
                *self < *other
            }

            #[inline(always)]
            fn le(&self, other: &Self) -> bool {
                *self <= *other
            }

            #[inline(always)]
            fn gt(&self, other: &Self) -> bool {
                *self > *other
            }

            #[inline(always)]
            fn ge(&self, other: &Self) -> bool {
                *self >= *other
            }

            #[inline(always)]
            fn __chaining_lt(&self, other: &Self) -> ControlFlow<bool> {
                let (lhs, rhs) = (*self, *other);
                if lhs == rhs { Continue(()) } else { Break(lhs < rhs) }
            }

            #[inline(always)]
            fn __chaining_le(&self, other: &Self) -> ControlFlow<bool> {
                let (lhs, rhs) = (*self, *other);
                if lhs == rhs { Continue(()) } else { Break(lhs <= rhs) }
            }

            #[inline(always)]
            fn __chaining_gt(&self, other: &Self) -> ControlFlow<bool> {
                let (lhs, rhs) = (*self, *other);
                if lhs == rhs { Continue(()) } else { Break(lhs > rhs) }
            }

            #[inline(always)]
            fn __chaining_ge(&self, other: &Self) -> ControlFlow<bool> {
                let (lhs, rhs) = (*self, *other);
                if lhs == rhs { Continue(()) } else { Break(lhs >= rhs) }
            }
        };
    }

    macro_rules! partial_ord_impl {
        ($($t:ty)*) => {$(
            impl PartialOrd for $t {
                #[inline]
                fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                    match (*self <= *other, *self >= *other) {
                        (false, false) => None,
                        (false, true) => Some(Greater),
                        (true, false) => Some(Less),
                        (true, true) => Some(Equal),
                    }
                }

                partial_ord_methods_primitive_impl!();
            }
        )*};
    }

    impl PartialOrd for () {
        #[inline]
        fn partial_cmp(&self, _: &()) -> Option<Ordering> {
            Some(Equal)
        }
    }

    partial_ord_impl! { f32 f64 }

    macro_rules! ord_impl {
        ($($t:ty)*) => {$(
            impl PartialOrd for $t {
                #[inline]
                fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                    Some(self.cmp(other))
                }

                partial_ord_methods_primitive_impl!();
            }

            impl Ord for $t {
                #[inline]
                fn cmp(&self, other: &Self) -> Ordering {
                    if *self < *other {
                        Less
                    } else if *self == *other {
                        Equal
                    } else {
                        Greater
                    }
                }
            }
        )*};
    }

    impl Ord for () {
        #[inline]
        fn cmp(&self, _other: &()) -> Ordering {
            Equal
        }
    }

    ord_impl! { bool char usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 }

    impl PartialEq for ! {
        #[inline]
        fn eq(&self, _: &!) -> bool {
            *self
        }
    }

    impl Eq for ! {}

    impl PartialOrd for ! {
        #[inline]
        fn partial_cmp(&self, _: &!) -> Option<Ordering> {
            *self
        }
    }

    impl Ord for ! {
        #[inline]
        fn cmp(&self, _: &!) -> Ordering {
            *self
        }
    }

    macro_rules! reference_partial_eq {
        ($lhs:ty, $rhs:ty) => {
            impl<A: PointeeSized, B: PointeeSized> PartialEq<$rhs> for $lhs
            where
                A: PartialEq<B>,
            {
                #[inline]
                fn eq(&self, other: &$rhs) -> bool {
                    PartialEq::eq(*self, *other)
                }

                #[inline]
                fn ne(&self, other: &$rhs) -> bool {
                    PartialEq::ne(*self, *other)
                }
            }
        };
    }

    macro_rules! reference_ord {
        ($lhs:ty, $rhs:ty) => {
            impl<A: PointeeSized, B: PointeeSized> PartialOrd<$rhs> for $lhs
            where
                A: PartialOrd<B>,
            {
                #[inline]
                fn partial_cmp(&self, other: &$rhs) -> Option<Ordering> {
                    PartialOrd::partial_cmp(*self, *other)
                }

                #[inline]
                fn lt(&self, other: &$rhs) -> bool {
                    PartialOrd::lt(*self, *other)
                }

                #[inline]
                fn le(&self, other: &$rhs) -> bool {
                    PartialOrd::le(*self, *other)
                }

                #[inline]
                fn gt(&self, other: &$rhs) -> bool {
                    PartialOrd::gt(*self, *other)
                }

                #[inline]
                fn ge(&self, other: &$rhs) -> bool {
                    PartialOrd::ge(*self, *other)
                }
            }

            impl<A: PointeeSized> Ord for $lhs
            where
                A: Ord,
            {
                #[inline]
                fn cmp(&self, other: &Self) -> Ordering {
                    Ord::cmp(*self, *other)
                }
            }

            impl<A: PointeeSized> Eq for $lhs where A: Eq {}
        };
    }

    reference_partial_eq! { &A, &B }
    reference_ord! { &A, &B }
    reference_partial_eq! { &mut A, &mut B }
    reference_ord! { &mut A, &mut B }
    reference_partial_eq! { &A, &mut B }
    reference_partial_eq! { &mut A, &B }
}
