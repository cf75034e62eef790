//! Elements taken out of a vector by a predicate.

use core::ops::{Range, RangeBounds};
use core::{ptr, slice};

use super::Vec;
use crate::alloc::{Allocator, Global};

pub struct ExtractIf<'a, T, F, A: Allocator = Global> {
    vec: &'a mut Vec<T, A>,
    idx: usize,
    end: usize,
    del: usize,
    old_len: usize,
    pred: F,
}

impl<'a, T, F, A: Allocator> ExtractIf<'a, T, F, A> {
    pub(super) fn new<R: RangeBounds<usize>>(vec: &'a mut Vec<T, A>, pred: F, range: R) -> Self {
        let old_len = vec.len();
        let Range { start, end } = slice::range(range, ..old_len);
        unsafe {
            vec.set_len(0);
        }
        ExtractIf { vec, idx: start, del: 0, end, old_len, pred }
    }
}

impl<T, F, A: Allocator> Iterator for ExtractIf<'_, T, F, A>
where
    F: FnMut(&mut T) -> bool,
{
    type Item = T;

    fn next(&mut self) -> Option<T> {
        while self.idx < self.end {
            let cur = unsafe { &mut *self.vec.as_mut_ptr().add(self.idx) };
            let extracted = (self.pred)(cur);
            self.idx += 1;
            if extracted {
                self.del += 1;
                return Some(unsafe { ptr::read(cur) });
            } else if self.del > 0 {
                unsafe {
                    ptr::copy_nonoverlapping(cur, self.vec.as_mut_ptr().add(self.idx - 1 - self.del), 1)
                };
            }
        }
        None
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(self.end - self.idx))
    }
}

impl<T, F, A: Allocator> Drop for ExtractIf<'_, T, F, A> {
    fn drop(&mut self) {
        if self.del > 0 {
            unsafe {
                let ptr = self.vec.as_mut_ptr();
                ptr::copy(ptr.add(self.idx), ptr.add(self.idx - self.del), self.old_len - self.idx);
            }
        }
        unsafe { self.vec.set_len(self.old_len - self.del) };
    }
}
