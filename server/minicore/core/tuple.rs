//! Traits of tuples. `Clone` and `Copy` of tuples are the compiler's.

use crate::cmp::Ordering::{self, Equal};
use crate::ops::ControlFlow::Break;

macro_rules! tuple_impls {
    ($($T:ident $i:tt),+) => {
        impl<$($T: PartialEq),+> PartialEq for ($($T,)+) {
            #[inline]
            fn eq(&self, other: &($($T,)+)) -> bool {
                $(self.$i == other.$i)&&+
            }

            #[inline]
            fn ne(&self, other: &($($T,)+)) -> bool {
                $(self.$i != other.$i)||+
            }
        }

        impl<$($T: Eq),+> Eq for ($($T,)+) {}

        impl<$($T: PartialOrd),+> PartialOrd for ($($T,)+) {
            #[inline]
            fn partial_cmp(&self, other: &($($T,)+)) -> Option<Ordering> {
                $(
                    match self.$i.partial_cmp(&other.$i) {
                        Some(Equal) => (),
                        ordering => return ordering,
                    }
                )+
                Some(Equal)
            }

            #[inline]
            fn lt(&self, other: &($($T,)+)) -> bool {
                $(
                    if let Break(b) = PartialOrd::__chaining_lt(&self.$i, &other.$i) {
                        return b;
                    }
                )+
                false
            }

            #[inline]
            fn le(&self, other: &($($T,)+)) -> bool {
                $(
                    if let Break(b) = PartialOrd::__chaining_le(&self.$i, &other.$i) {
                        return b;
                    }
                )+
                true
            }

            #[inline]
            fn gt(&self, other: &($($T,)+)) -> bool {
                $(
                    if let Break(b) = PartialOrd::__chaining_gt(&self.$i, &other.$i) {
                        return b;
                    }
                )+
                false
            }

            #[inline]
            fn ge(&self, other: &($($T,)+)) -> bool {
                $(
                    if let Break(b) = PartialOrd::__chaining_ge(&self.$i, &other.$i) {
                        return b;
                    }
                )+
                true
            }
        }

        impl<$($T: Ord),+> Ord for ($($T,)+) {
            #[inline]
            fn cmp(&self, other: &($($T,)+)) -> Ordering {
                $(
                    match self.$i.cmp(&other.$i) {
                        Equal => (),
                        ordering => return ordering,
                    }
                )+
                Equal
            }
        }

        impl<$($T: Default),+> Default for ($($T,)+) {
            #[inline]
            fn default() -> ($($T,)+) {
                ($($T::default(),)+)
            }
        }
    };
}

tuple_impls! { A 0 }
tuple_impls! { A 0, B 1 }
tuple_impls! { A 0, B 1, C 2 }
tuple_impls! { A 0, B 1, C 2, D 3 }
tuple_impls! { A 0, B 1, C 2, D 3, E 4 }
tuple_impls! { A 0, B 1, C 2, D 3, E 4, F 5 }
tuple_impls! { A 0, B 1, C 2, D 3, E 4, F 5, G 6 }
tuple_impls! { A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7 }
tuple_impls! { A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8 }
tuple_impls! { A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9 }
tuple_impls! { A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10 }
tuple_impls! { A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11 }

macro_rules! array_from_tuple {
    ($($n:literal $($var:ident)+: $($t:ident)+;)*) => {$(
        impl<T> From<[T; $n]> for ($($t,)+) {
            #[inline]
            fn from(array: [T; $n]) -> Self {
                let [$($var,)+] = array;
                ($($var,)+)
            }
        }

        impl<T> From<($($t,)+)> for [T; $n] {
            #[inline]
            fn from(tuple: ($($t,)+)) -> Self {
                let ($($var,)+) = tuple;
                [$($var,)+]
            }
        }
    )*};
}

array_from_tuple! {
    1 a: T;
    2 a b: T T;
    3 a b c: T T T;
    4 a b c d: T T T T;
}
