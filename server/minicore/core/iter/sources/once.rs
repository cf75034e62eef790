//! One item.

use crate::iter::{FusedIterator, TrustedLen};

pub fn once<T>(value: T) -> Once<T> {
    Once { inner: Some(value).into_iter() }
}

#[derive(Clone, Debug)]
pub struct Once<T> {
    inner: crate::option::IntoIter<T>,
}

impl<T> Iterator for Once<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.inner.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.inner.size_hint()
    }
}

impl<T> DoubleEndedIterator for Once<T> {
    fn next_back(&mut self) -> Option<T> {
        self.inner.next_back()
    }
}

impl<T> ExactSizeIterator for Once<T> {
    fn len(&self) -> usize {
        self.inner.len()
    }
}

unsafe impl<T> TrustedLen for Once<T> {}
impl<T> FusedIterator for Once<T> {}
