//! Clones of one item, so many times; the last is the item itself.

use crate::fmt;
use crate::iter::{FusedIterator, TrustedLen};

#[inline]
pub fn repeat_n<T: Clone>(element: T, count: usize) -> RepeatN<T> {
    RepeatN { inner: if count > 0 { Some((element, count)) } else { None } }
}

#[derive(Clone)]
pub struct RepeatN<A> {
    inner: Option<(A, usize)>,
}

impl<A: fmt::Debug> fmt::Debug for RepeatN<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RepeatN").finish_non_exhaustive()
    }
}

impl<A: Clone> Iterator for RepeatN<A> {
    type Item = A;

    #[inline]
    fn next(&mut self) -> Option<A> {
        let (element, count) = self.inner.as_mut()?;
        if *count > 1 {
            *count -= 1;
            return Some(element.clone());
        }
        self.inner.take().map(|(element, _)| element)
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = self.len();
        (len, Some(len))
    }
}

impl<A: Clone> ExactSizeIterator for RepeatN<A> {
    fn len(&self) -> usize {
        match &self.inner {
            Some((_, count)) => *count,
            None => 0,
        }
    }
}

impl<A: Clone> DoubleEndedIterator for RepeatN<A> {
    #[inline]
    fn next_back(&mut self) -> Option<A> {
        self.next()
    }
}

impl<A: Clone> FusedIterator for RepeatN<A> {}
unsafe impl<A: Clone> TrustedLen for RepeatN<A> {}
