//! The stable sort; `alloc` hands in the type of its buffer.

use super::shared::{insertion_sort, sort_halves};
use crate::mem::MaybeUninit;

#[inline(always)]
pub fn sort<T, F: FnMut(&T, &T) -> bool, BufT: BufGuard<T>>(v: &mut [T], is_less: &mut F) {
    if v.len() < 2 {
        return;
    }
    if v.len() <= 20 {
        insertion_sort(v, is_less);
        return;
    }
    driftsort_main::<T, F, BufT>(v, is_less);
}

#[inline(never)]
fn driftsort_main<T, F: FnMut(&T, &T) -> bool, BufT: BufGuard<T>>(v: &mut [T], is_less: &mut F) {
    let mut buf = BufT::with_capacity(v.len());
    let scratch = buf.as_uninit_slice_mut();
    merge_sort(v, scratch, is_less);
}

fn merge_sort<T, F: FnMut(&T, &T) -> bool>(v: &mut [T], scratch: &mut [MaybeUninit<T>], is_less: &mut F) {
    let _ = scratch;
    sort_halves(v, is_less);
}

#[doc(hidden)]
pub trait BufGuard<T> {
    fn with_capacity(capacity: usize) -> Self;

    fn as_uninit_slice_mut(&mut self) -> &mut [MaybeUninit<T>];
}
