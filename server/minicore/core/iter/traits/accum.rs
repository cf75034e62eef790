//! Sums and products of iterators.

use crate::iter;
use crate::num::Wrapping;

pub trait Sum<A = Self>: Sized {
    fn sum<I: Iterator<Item = A>>(iter: I) -> Self;
}

pub trait Product<A = Self>: Sized {
    fn product<I: Iterator<Item = A>>(iter: I) -> Self;
}

macro_rules! sum_product {
    ($zero:expr, $one:expr, $($a:ty)*) => {$(
        impl Sum for $a {
            fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
                iter.fold($zero, |a, b| a + b)
            }
        }

        impl Product for $a {
            fn product<I: Iterator<Item = Self>>(iter: I) -> Self {
                iter.fold($one, |a, b| a * b)
            }
        }

        impl<'a> Sum<&'a $a> for $a {
            fn sum<I: Iterator<Item = &'a Self>>(iter: I) -> Self {
                iter.fold($zero, |a, b| a + *b)
            }
        }

        impl<'a> Product<&'a $a> for $a {
            fn product<I: Iterator<Item = &'a Self>>(iter: I) -> Self {
                iter.fold($one, |a, b| a * *b)
            }
        }
    )*};
}

sum_product! { 0, 1, i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }
sum_product! { Wrapping(0), Wrapping(1), Wrapping<i32> Wrapping<i64> Wrapping<u8> Wrapping<u32> Wrapping<u64> Wrapping<usize> }
sum_product! { 0.0, 1.0, f32 f64 }

impl<T, U, E> Sum<Result<U, E>> for Result<T, E>
where
    T: Sum<U>,
{
    fn sum<I>(iter: I) -> Result<T, E>
    where
        I: Iterator<Item = Result<U, E>>,
    {
        iter::try_process(iter, |i| i.sum())
    }
}

impl<T, U, E> Product<Result<U, E>> for Result<T, E>
where
    T: Product<U>,
{
    fn product<I>(iter: I) -> Result<T, E>
    where
        I: Iterator<Item = Result<U, E>>,
    {
        iter::try_process(iter, |i| i.product())
    }
}

impl<T, U> Sum<Option<U>> for Option<T>
where
    T: Sum<U>,
{
    fn sum<I>(iter: I) -> Option<T>
    where
        I: Iterator<Item = Option<U>>,
    {
        iter::try_process(iter, |i| i.sum())
    }
}

impl<T, U> Product<Option<U>> for Option<T>
where
    T: Product<U>,
{
    fn product<I>(iter: I) -> Option<T>
    where
        I: Iterator<Item = Option<U>>,
    {
        iter::try_process(iter, |i| i.product())
    }
}
