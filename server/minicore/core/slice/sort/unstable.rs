//! The unstable sort.

use super::shared::{insertion_sort, sort_halves};

#[inline(always)]
pub fn sort<T, F: FnMut(&T, &T) -> bool>(v: &mut [T], is_less: &mut F) {
    if v.len() < 2 {
        return;
    }
    if v.len() <= 20 {
        insertion_sort(v, is_less);
        return;
    }
    ipnsort(v, is_less);
}

#[inline(never)]
fn ipnsort<T, F>(v: &mut [T], is_less: &mut F)
where
    F: FnMut(&T, &T) -> bool,
{
    sort_halves(v, is_less);
}
