//! Elements taken out of a range of a deque.

use core::iter::FusedIterator;
use core::marker::PhantomData;
use core::ptr::NonNull;

use super::VecDeque;
use crate::alloc::{Allocator, Global};

pub struct Drain<'a, T: 'a, A: Allocator = Global> {
    deque: NonNull<VecDeque<T, A>>,
    // Where the range starts, and how many of its elements are left.
    start: usize,
    remaining: usize,
    _marker: PhantomData<&'a T>,
}

impl<'a, T, A: Allocator> Drain<'a, T, A> {
    pub(super) fn new(deque: &'a mut VecDeque<T, A>, start: usize, remaining: usize) -> Self {
        Drain { deque: NonNull::from(deque), start, remaining, _marker: PhantomData }
    }
}

impl<T, A: Allocator> Drop for Drain<'_, T, A> {
    fn drop(&mut self) {
        struct DropGuard<'r, 'a, T, A: Allocator>(&'r mut Drain<'a, T, A>);

        impl<'r, 'a, T, A: Allocator> Drop for DropGuard<'r, 'a, T, A> {
            fn drop(&mut self) {
                while self.0.next().is_some() {}
            }
        }

        let _guard = DropGuard(self);
    }
}

impl<T, A: Allocator> Iterator for Drain<'_, T, A> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        if self.remaining == 0 {
            return None;
        }
        self.remaining -= 1;
        unsafe { self.deque.as_mut() }.remove(self.start)
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.remaining, Some(self.remaining))
    }
}

impl<T, A: Allocator> DoubleEndedIterator for Drain<'_, T, A> {
    #[inline]
    fn next_back(&mut self) -> Option<T> {
        if self.remaining == 0 {
            return None;
        }
        self.remaining -= 1;
        unsafe { self.deque.as_mut() }.remove(self.start + self.remaining)
    }
}

impl<T, A: Allocator> ExactSizeIterator for Drain<'_, T, A> {}
impl<T, A: Allocator> FusedIterator for Drain<'_, T, A> {}
