//! Ranges as iterators.

use super::{FusedIterator, TrustedLen, TrustedStep};
use crate::ops::{self, Try};

pub trait Step: Clone + PartialOrd + Sized {
    fn steps_between(start: &Self, end: &Self) -> (usize, Option<usize>);

    fn forward_checked(start: Self, count: usize) -> Option<Self>;

    fn forward(start: Self, count: usize) -> Self {
        Step::forward_checked(start, count).expect("overflow in `Step::forward`")
    }

    unsafe fn forward_unchecked(start: Self, count: usize) -> Self {
        Step::forward(start, count)
    }

    fn backward_checked(start: Self, count: usize) -> Option<Self>;

    fn backward(start: Self, count: usize) -> Self {
        Step::backward_checked(start, count).expect("overflow in `Step::backward`")
    }

    unsafe fn backward_unchecked(start: Self, count: usize) -> Self {
        Step::backward(start, count)
    }
}

macro_rules! step_integer_impls {
    ($($t:ident)*) => {$(
        impl Step for $t {
            #[inline]
            fn forward(start: Self, n: usize) -> Self {
                start + (n as Self)
            }

            #[inline]
            fn backward(start: Self, n: usize) -> Self {
                start - (n as Self)
            }

            #[inline]
            unsafe fn forward_unchecked(start: Self, n: usize) -> Self {
                start.wrapping_add(n as Self)
            }

            #[inline]
            unsafe fn backward_unchecked(start: Self, n: usize) -> Self {
                start.wrapping_sub(n as Self)
            }

            #[inline]
            fn steps_between(start: &Self, end: &Self) -> (usize, Option<usize>) {
                if *start <= *end {
                    let steps = (*end).wrapping_sub(*start) as usize;
                    (steps, Some(steps))
                } else {
                    (0, None)
                }
            }

            #[inline]
            fn forward_checked(start: Self, n: usize) -> Option<Self> {
                start.checked_add(n as Self)
            }

            #[inline]
            fn backward_checked(start: Self, n: usize) -> Option<Self> {
                start.checked_sub(n as Self)
            }
        }

        unsafe impl TrustedStep for $t {}
    )*};
}

step_integer_impls! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }

impl Step for char {
    #[inline]
    fn steps_between(&start: &char, &end: &char) -> (usize, Option<usize>) {
        Step::steps_between(&(start as u32), &(end as u32))
    }

    #[inline]
    fn forward_checked(start: char, count: usize) -> Option<char> {
        char::from_u32(Step::forward_checked(start as u32, count)?)
    }

    #[inline]
    fn backward_checked(start: char, count: usize) -> Option<char> {
        char::from_u32(Step::backward_checked(start as u32, count)?)
    }
}

unsafe impl TrustedStep for char {}

impl<A: Step> Iterator for ops::Range<A> {
    type Item = A;

    #[inline]
    fn next(&mut self) -> Option<A> {
        if self.start < self.end {
            let n = Step::forward(self.start.clone(), 1);
            Some(crate::mem::replace(&mut self.start, n))
        } else {
            None
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        if self.start < self.end { Step::steps_between(&self.start, &self.end) } else { (0, Some(0)) }
    }

    #[inline]
    fn nth(&mut self, n: usize) -> Option<A> {
        if let Some(plus_n) = Step::forward_checked(self.start.clone(), n) {
            if plus_n < self.end {
                self.start = Step::forward(plus_n.clone(), 1);
                return Some(plus_n);
            }
        }

        self.start = self.end.clone();
        None
    }

    #[inline]
    fn last(mut self) -> Option<A> {
        self.next_back()
    }

    #[inline]
    fn min(mut self) -> Option<A>
    where
        A: Ord,
    {
        self.next()
    }

    #[inline]
    fn max(mut self) -> Option<A>
    where
        A: Ord,
    {
        self.next_back()
    }
}

impl<A: Step> DoubleEndedIterator for ops::Range<A> {
    #[inline]
    fn next_back(&mut self) -> Option<A> {
        if self.start < self.end {
            self.end = Step::backward(self.end.clone(), 1);
            Some(self.end.clone())
        } else {
            None
        }
    }

    #[inline]
    fn nth_back(&mut self, n: usize) -> Option<A> {
        if let Some(minus_n) = Step::backward_checked(self.end.clone(), n) {
            if minus_n > self.start {
                self.end = Step::backward(minus_n, 1);
                return Some(self.end.clone());
            }
        }

        self.end = self.start.clone();
        None
    }
}

macro_rules! range_exact_iter_impl {
    ($($t:ty)*) => {$(
        impl ExactSizeIterator for ops::Range<$t> {}
    )*};
}

macro_rules! range_incl_exact_iter_impl {
    ($($t:ty)*) => {$(
        impl ExactSizeIterator for ops::RangeInclusive<$t> {}
    )*};
}

range_exact_iter_impl! { usize u8 isize i8 u16 i16 u32 i32 }
range_incl_exact_iter_impl! { u8 i8 u16 i16 }

unsafe impl<A: TrustedStep> TrustedLen for ops::Range<A> {}
unsafe impl<A: TrustedStep> TrustedLen for ops::RangeFrom<A> {}
unsafe impl<A: TrustedStep> TrustedLen for ops::RangeInclusive<A> {}

impl<A: Step> FusedIterator for ops::Range<A> {}
impl<A: Step> FusedIterator for ops::RangeFrom<A> {}
impl<A: Step> FusedIterator for ops::RangeInclusive<A> {}

impl<A: Step> Iterator for ops::RangeFrom<A> {
    type Item = A;

    #[inline]
    fn next(&mut self) -> Option<A> {
        let n = Step::forward(self.start.clone(), 1);
        Some(crate::mem::replace(&mut self.start, n))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (usize::MAX, None)
    }

    #[inline]
    fn nth(&mut self, n: usize) -> Option<A> {
        let plus_n = Step::forward(self.start.clone(), n);
        self.start = Step::forward(plus_n.clone(), 1);
        Some(plus_n)
    }
}

impl<A: Step> Iterator for ops::RangeInclusive<A> {
    type Item = A;

    #[inline]
    fn next(&mut self) -> Option<A> {
        if self.is_empty() {
            return None;
        }
        let is_iterating = self.start < self.end;
        Some(if is_iterating {
            let n = Step::forward(self.start.clone(), 1);
            crate::mem::replace(&mut self.start, n)
        } else {
            self.exhausted = true;
            self.start.clone()
        })
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        if self.is_empty() {
            return (0, Some(0));
        }

        let hint = Step::steps_between(&self.start, &self.end);
        (hint.0.saturating_add(1), hint.1.and_then(|steps| steps.checked_add(1)))
    }

    #[inline]
    fn try_fold<B, F, R>(&mut self, init: B, mut f: F) -> R
    where
        Self: Sized,
        F: FnMut(B, Self::Item) -> R,
        R: Try<Output = B>,
    {
        let mut accum = init;
        while let Some(x) = self.next() {
            accum = f(accum, x)?;
        }
        R::from_output(accum)
    }

    impl_fold_via_try_fold! { fold -> try_fold }

    #[inline]
    fn last(mut self) -> Option<A> {
        self.next_back()
    }

    #[inline]
    fn min(mut self) -> Option<A>
    where
        A: Ord,
    {
        self.next()
    }

    #[inline]
    fn max(mut self) -> Option<A>
    where
        A: Ord,
    {
        self.next_back()
    }
}

impl<A: Step> DoubleEndedIterator for ops::RangeInclusive<A> {
    #[inline]
    fn next_back(&mut self) -> Option<A> {
        if self.is_empty() {
            return None;
        }
        let is_iterating = self.start < self.end;
        Some(if is_iterating {
            let n = Step::backward(self.end.clone(), 1);
            crate::mem::replace(&mut self.end, n)
        } else {
            self.exhausted = true;
            self.end.clone()
        })
    }
}
