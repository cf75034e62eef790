//! Iterators over a deque: over its two slices.

use core::iter::FusedIterator;
use core::slice;

macro_rules! deque_iterator {
    ($($name:ident $item:ty;)*) => {$(
        pub struct $name<'a, T: 'a> {
            i1: slice::$name<'a, T>,
            i2: slice::$name<'a, T>,
        }

        impl<'a, T> $name<'a, T> {
            pub(super) fn new(i1: slice::$name<'a, T>, i2: slice::$name<'a, T>) -> Self {
                Self { i1, i2 }
            }
        }

        impl<'a, T> Iterator for $name<'a, T> {
            type Item = $item;

            #[inline]
            fn next(&mut self) -> Option<$item> {
                match self.i1.next() {
                    Some(val) => Some(val),
                    None => {
                        core::mem::swap(&mut self.i1, &mut self.i2);
                        self.i1.next()
                    }
                }
            }

            #[inline]
            fn size_hint(&self) -> (usize, Option<usize>) {
                let len = self.i1.len() + self.i2.len();
                (len, Some(len))
            }

            fn fold<Acc, F>(self, accum: Acc, mut f: F) -> Acc
            where
                F: FnMut(Acc, Self::Item) -> Acc,
            {
                let accum = self.i1.fold(accum, &mut f);
                self.i2.fold(accum, &mut f)
            }
        }

        impl<'a, T> DoubleEndedIterator for $name<'a, T> {
            #[inline]
            fn next_back(&mut self) -> Option<$item> {
                match self.i2.next_back() {
                    Some(val) => Some(val),
                    None => {
                        core::mem::swap(&mut self.i1, &mut self.i2);
                        self.i2.next_back()
                    }
                }
            }
        }

        impl<T> ExactSizeIterator for $name<'_, T> {}
        impl<T> FusedIterator for $name<'_, T> {}
    )*};
}

deque_iterator! {
    Iter &'a T;
    IterMut &'a mut T;
}

impl<T> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        Iter { i1: self.i1.clone(), i2: self.i2.clone() }
    }
}
