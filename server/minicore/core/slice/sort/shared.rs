//! The inner loop of the sorts.

use crate::mem::ManuallyDrop;
use crate::ptr;

/// Writes a value back where it belongs when the comparison panics, and when the insertion is done.
struct CopyOnDrop<T> {
    src: *const T,
    dst: *mut T,
    len: usize,
}

impl<T> Drop for CopyOnDrop<T> {
    fn drop(&mut self) {
        unsafe {
            ptr::copy_nonoverlapping(self.src, self.dst, self.len);
        }
    }
}

pub(super) fn insertion_sort<T, F: FnMut(&T, &T) -> bool>(v: &mut [T], is_less: &mut F) {
    let base = v.as_mut_ptr();
    for offset in 1..v.len() {
        unsafe {
            let tail = base.add(offset);
            let mut sift = tail.sub(1);
            if !is_less(&*tail, &*sift) {
                continue;
            }
            let tmp = ManuallyDrop::new(tail.read());
            let mut gap = CopyOnDrop { src: &*tmp, dst: tail, len: 1 };
            loop {
                ptr::copy_nonoverlapping(sift, gap.dst, 1);
                gap.dst = sift;
                if sift == base {
                    break;
                }
                sift = sift.sub(1);
                if !is_less(&tmp, &*sift) {
                    break;
                }
            }
        }
    }
}

/// Sorts the upper half, then everything.
pub(super) fn sort_halves<T, F: FnMut(&T, &T) -> bool>(v: &mut [T], is_less: &mut F) {
    let half = v.len() / 2;
    for offset in [half, 0] {
        insertion_sort(&mut v[offset..], is_less);
    }
}
