//! A ring buffer.

use core::cmp::{self, Ordering};
use core::hash::{Hash, Hasher};
use core::ops::{Index, IndexMut, RangeBounds};
use core::{fmt, mem, ptr, slice};

use crate::alloc::{Allocator, Global};
use crate::collections::TryReserveError;
use crate::raw_vec::RawVec;
use crate::vec::Vec;

mod drain;
mod into_iter;
mod iter;

pub use self::drain::Drain;
pub use self::into_iter::IntoIter;
pub use self::iter::{Iter, IterMut};

#[rustc_insignificant_dtor]
pub struct VecDeque<T, A: Allocator = Global> {
    head: usize,
    len: usize,
    buf: RawVec<T, A>,
}

impl<T: Clone, A: Allocator + Clone> Clone for VecDeque<T, A> {
    fn clone(&self) -> Self {
        let mut deq = Self::with_capacity_in(self.len(), self.buf.allocator().clone());
        deq.extend(self.iter().cloned());
        deq
    }

    fn clone_from(&mut self, source: &Self) {
        self.clear();
        self.extend(source.iter().cloned());
    }
}

/// Drops a slice, also when dropping the one before it panics.
struct Dropper<'a, T>(&'a mut [T]);

impl<'a, T> Drop for Dropper<'a, T> {
    fn drop(&mut self) {
        unsafe {
            ptr::drop_in_place(self.0);
        }
    }
}

unsafe impl<#[may_dangle] T, A: Allocator> Drop for VecDeque<T, A> {
    fn drop(&mut self) {
        let (front, back) = self.as_mut_slices();
        unsafe {
            let _back_dropper = Dropper(back);
            ptr::drop_in_place(front);
        }
    }
}

impl<T> Default for VecDeque<T> {
    #[inline]
    fn default() -> VecDeque<T> {
        VecDeque::new()
    }
}

impl<T, A: Allocator> VecDeque<T, A> {
    #[inline]
    fn ptr(&self) -> *mut T {
        self.buf.ptr()
    }

    #[inline]
    unsafe fn buffer_read(&mut self, off: usize) -> T {
        unsafe { ptr::read(self.ptr().add(off)) }
    }

    #[inline]
    unsafe fn buffer_write(&mut self, off: usize, value: T) {
        unsafe { ptr::write(self.ptr().add(off), value) }
    }

    #[inline]
    fn is_full(&self) -> bool {
        self.len == self.capacity()
    }

    #[inline]
    fn to_physical_idx(&self, idx: usize) -> usize {
        let logical = self.head.wrapping_add(idx);
        if logical >= self.capacity() { logical - self.capacity() } else { logical }
    }

    #[inline(never)]
    fn grow(&mut self) {
        let old_cap = self.capacity();
        self.buf.grow_one();
        self.handle_capacity_increase(old_cap);
    }

    /// What had wrapped around moves behind the rest.
    fn handle_capacity_increase(&mut self, old_capacity: usize) {
        if self.head + self.len > old_capacity {
            let wrapped = self.head + self.len - old_capacity;
            if wrapped <= self.capacity() - old_capacity {
                unsafe { ptr::copy_nonoverlapping(self.ptr(), self.ptr().add(old_capacity), wrapped) };
            } else {
                let head_len = old_capacity - self.head;
                let new_head = self.capacity() - head_len;
                unsafe { ptr::copy(self.ptr().add(self.head), self.ptr().add(new_head), head_len) };
                self.head = new_head;
            }
        }
    }

    pub fn with_capacity_in(capacity: usize, alloc: A) -> VecDeque<T, A> {
        VecDeque { head: 0, len: 0, buf: RawVec::with_capacity_in(capacity, alloc) }
    }

    pub fn get(&self, index: usize) -> Option<&T> {
        if index < self.len {
            let idx = self.to_physical_idx(index);
            unsafe { Some(&*self.ptr().add(idx)) }
        } else {
            None
        }
    }

    pub fn get_mut(&mut self, index: usize) -> Option<&mut T> {
        if index < self.len {
            let idx = self.to_physical_idx(index);
            unsafe { Some(&mut *self.ptr().add(idx)) }
        } else {
            None
        }
    }

    pub fn swap(&mut self, i: usize, j: usize) {
        assert!(i < self.len());
        assert!(j < self.len());
        let ri = self.to_physical_idx(i);
        let rj = self.to_physical_idx(j);
        unsafe { ptr::swap(self.ptr().add(ri), self.ptr().add(rj)) }
    }

    #[inline]
    pub fn capacity(&self) -> usize {
        self.buf.capacity()
    }

    pub fn reserve(&mut self, additional: usize) {
        let old_cap = self.capacity();
        if self.len + additional > old_cap {
            self.buf.reserve(self.len, additional);
            self.handle_capacity_increase(old_cap);
        }
    }

    pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError> {
        let old_cap = self.capacity();
        if self.len + additional > old_cap {
            self.buf.try_reserve(self.len, additional)?;
            self.handle_capacity_increase(old_cap);
        }
        Ok(())
    }

    pub fn truncate(&mut self, len: usize) {
        unsafe {
            if len >= self.len {
                return;
            }

            let (front, back) = self.as_mut_slices();
            if len > front.len() {
                let begin = len - front.len();
                let drop_back = back.get_unchecked_mut(begin..) as *mut _;
                self.len = len;
                ptr::drop_in_place(drop_back);
            } else {
                let drop_back = back as *mut _;
                let drop_front = front.get_unchecked_mut(len..) as *mut _;
                self.len = len;

                let _back_dropper = Dropper(&mut *drop_back);
                ptr::drop_in_place(drop_front);
            }
        }
    }

    pub fn iter(&self) -> Iter<'_, T> {
        let (a, b) = self.as_slices();
        Iter::new(a.iter(), b.iter())
    }

    pub fn iter_mut(&mut self) -> IterMut<'_, T> {
        let (a, b) = self.as_mut_slices();
        IterMut::new(a.iter_mut(), b.iter_mut())
    }

    #[inline]
    fn slice_lens(&self) -> (usize, usize) {
        let head_len = cmp::min(self.len, self.capacity() - self.head);
        (head_len, self.len - head_len)
    }

    #[inline]
    pub fn as_slices(&self) -> (&[T], &[T]) {
        let (a, b) = self.slice_lens();
        unsafe { (slice::from_raw_parts(self.ptr().add(self.head), a), slice::from_raw_parts(self.ptr(), b)) }
    }

    #[inline]
    pub fn as_mut_slices(&mut self) -> (&mut [T], &mut [T]) {
        let (a, b) = self.slice_lens();
        unsafe {
            (
                slice::from_raw_parts_mut(self.ptr().add(self.head), a),
                slice::from_raw_parts_mut(self.ptr(), b),
            )
        }
    }

    pub fn len(&self) -> usize {
        self.len
    }

    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    #[inline]
    pub fn drain<R>(&mut self, range: R) -> Drain<'_, T, A>
    where
        R: RangeBounds<usize>,
    {
        let range = slice::range(range, ..self.len);
        Drain::new(self, range.start, range.end - range.start)
    }

    #[inline]
    pub fn clear(&mut self) {
        self.truncate(0);
        self.head = 0;
    }

    pub fn contains(&self, x: &T) -> bool
    where
        T: PartialEq<T>,
    {
        let (a, b) = self.as_slices();
        a.contains(x) || b.contains(x)
    }

    pub fn front(&self) -> Option<&T> {
        self.get(0)
    }

    pub fn front_mut(&mut self) -> Option<&mut T> {
        self.get_mut(0)
    }

    pub fn back(&self) -> Option<&T> {
        self.get(self.len.wrapping_sub(1))
    }

    pub fn back_mut(&mut self) -> Option<&mut T> {
        self.get_mut(self.len.wrapping_sub(1))
    }

    pub fn pop_front(&mut self) -> Option<T> {
        if self.is_empty() {
            None
        } else {
            let old_head = self.head;
            self.head = self.to_physical_idx(1);
            self.len -= 1;
            unsafe { Some(self.buffer_read(old_head)) }
        }
    }

    pub fn pop_back(&mut self) -> Option<T> {
        if self.is_empty() {
            None
        } else {
            self.len -= 1;
            let idx = self.to_physical_idx(self.len);
            unsafe { Some(self.buffer_read(idx)) }
        }
    }

    pub fn push_front(&mut self, value: T) {
        if self.is_full() {
            self.grow();
        }
        self.head = if self.head == 0 { self.capacity() - 1 } else { self.head - 1 };
        self.len += 1;
        unsafe {
            self.buffer_write(self.head, value);
        }
    }

    pub fn push_back(&mut self, value: T) {
        if self.is_full() {
            self.grow();
        }
        let idx = self.to_physical_idx(self.len);
        unsafe { self.buffer_write(idx, value) }
        self.len += 1;
    }

    pub fn insert(&mut self, index: usize, value: T) {
        assert!(index <= self.len(), "index out of bounds");
        self.push_back(value);
        let mut i = self.len - 1;
        while i > index {
            self.swap(i - 1, i);
            i -= 1;
        }
    }

    pub fn remove(&mut self, index: usize) -> Option<T> {
        if index >= self.len {
            return None;
        }
        for i in index..self.len - 1 {
            self.swap(i, i + 1);
        }
        self.pop_back()
    }

    pub fn retain<F>(&mut self, mut f: F)
    where
        F: FnMut(&T) -> bool,
    {
        self.retain_mut(|elem| f(elem));
    }

    pub fn retain_mut<F>(&mut self, mut f: F)
    where
        F: FnMut(&mut T) -> bool,
    {
        let len = self.len;
        let mut idx = 0;
        for cur in 0..len {
            if !f(&mut self[cur]) {
                continue;
            }
            if cur != idx {
                self.swap(idx, cur);
            }
            idx += 1;
        }
        self.truncate(idx);
    }

    pub fn resize_with(&mut self, new_len: usize, mut generator: impl FnMut() -> T) {
        while self.len < new_len {
            self.push_back(generator());
        }
        self.truncate(new_len);
    }

    pub fn make_contiguous(&mut self) -> &mut [T] {
        if self.head + self.len > self.capacity() {
            let head = self.head;
            let (cap, len) = (self.capacity(), self.len);
            unsafe { slice::from_raw_parts_mut(self.ptr() as *mut mem::MaybeUninit<T>, cap) }
                .rotate_left(head);
            self.head = 0;
            self.len = len;
        }
        unsafe { slice::from_raw_parts_mut(self.ptr().add(self.head), self.len) }
    }

    pub fn rotate_left(&mut self, n: usize) {
        assert!(n <= self.len());
        self.make_contiguous().rotate_left(n);
    }

    pub fn rotate_right(&mut self, n: usize) {
        assert!(n <= self.len());
        self.make_contiguous().rotate_right(n);
    }

    pub fn append(&mut self, other: &mut Self) {
        self.reserve(other.len);
        while let Some(value) = other.pop_front() {
            self.push_back(value);
        }
    }
}

impl<T> VecDeque<T> {
    #[inline]
    pub const fn new() -> VecDeque<T> {
        VecDeque { head: 0, len: 0, buf: RawVec::new() }
    }

    #[inline]
    pub fn with_capacity(capacity: usize) -> VecDeque<T> {
        Self::with_capacity_in(capacity, Global)
    }
}

impl<T: PartialEq, A: Allocator> PartialEq for VecDeque<T, A> {
    fn eq(&self, other: &Self) -> bool {
        self.len == other.len() && self.iter().eq(other.iter())
    }
}

impl<T: Eq, A: Allocator> Eq for VecDeque<T, A> {}

macro_rules! deque_slice_eq {
    ($([$($vars:tt)*] $rhs:ty;)*) => {$(
        impl<T, U, A: Allocator, $($vars)*> PartialEq<$rhs> for VecDeque<T, A>
        where
            T: PartialEq<U>,
        {
            fn eq(&self, other: &$rhs) -> bool {
                if self.len() != other.len() {
                    return false;
                }
                let (sa, sb) = self.as_slices();
                let (oa, ob) = other[..].split_at(sa.len());
                sa == oa && sb == ob
            }
        }
    )*};
}

deque_slice_eq! {
    [] Vec<U, A>;
    [] &[U];
    [const N: usize] [U; N];
}

impl<T: PartialOrd, A: Allocator> PartialOrd for VecDeque<T, A> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.iter().partial_cmp(other.iter())
    }
}

impl<T: Ord, A: Allocator> Ord for VecDeque<T, A> {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        self.iter().cmp(other.iter())
    }
}

impl<T: Hash, A: Allocator> Hash for VecDeque<T, A> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_length_prefix(self.len);
        self.iter().for_each(|elem| elem.hash(state));
    }
}

impl<T, A: Allocator> Index<usize> for VecDeque<T, A> {
    type Output = T;

    #[inline]
    fn index(&self, index: usize) -> &T {
        self.get(index).expect("Out of bounds access")
    }
}

impl<T, A: Allocator> IndexMut<usize> for VecDeque<T, A> {
    #[inline]
    fn index_mut(&mut self, index: usize) -> &mut T {
        self.get_mut(index).expect("Out of bounds access")
    }
}

impl<T> FromIterator<T> for VecDeque<T> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> VecDeque<T> {
        iter.into_iter().collect::<Vec<T>>().into()
    }
}

impl<T, A: Allocator> IntoIterator for VecDeque<T, A> {
    type Item = T;
    type IntoIter = IntoIter<T, A>;

    fn into_iter(self) -> IntoIter<T, A> {
        IntoIter::new(self)
    }
}

impl<'a, T, A: Allocator> IntoIterator for &'a VecDeque<T, A> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<'a, T, A: Allocator> IntoIterator for &'a mut VecDeque<T, A> {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;

    fn into_iter(self) -> IterMut<'a, T> {
        self.iter_mut()
    }
}

impl<T, A: Allocator> Extend<T> for VecDeque<T, A> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        let mut iter = iter.into_iter();
        while let Some(element) = iter.next() {
            let (lower, _) = iter.size_hint();
            self.reserve(lower.saturating_add(1));
            self.push_back(element);
        }
    }

    #[inline]
    fn extend_one(&mut self, elem: T) {
        self.push_back(elem);
    }

    #[inline]
    fn extend_reserve(&mut self, additional: usize) {
        self.reserve(additional);
    }
}

impl<'a, T: 'a + Copy, A: Allocator> Extend<&'a T> for VecDeque<T, A> {
    fn extend<I: IntoIterator<Item = &'a T>>(&mut self, iter: I) {
        self.extend(iter.into_iter().copied());
    }
}

impl<T: fmt::Debug, A: Allocator> fmt::Debug for VecDeque<T, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<T, A: Allocator> From<Vec<T, A>> for VecDeque<T, A> {
    #[inline]
    fn from(other: Vec<T, A>) -> Self {
        let other = mem::ManuallyDrop::new(other);
        unsafe {
            let (ptr, len, cap) = (other.as_ptr() as *mut T, other.len(), other.capacity());
            let alloc = ptr::read(other.allocator());
            Self { head: 0, len, buf: RawVec::from_raw_parts_in(ptr, cap, alloc) }
        }
    }
}

impl<T, A: Allocator> From<VecDeque<T, A>> for Vec<T, A> {
    fn from(mut other: VecDeque<T, A>) -> Self {
        other.make_contiguous();

        unsafe {
            let other = mem::ManuallyDrop::new(other);
            let buf = other.buf.ptr();
            let len = other.len();
            let cap = other.capacity();
            let alloc = ptr::read(other.buf.allocator());

            if other.head != 0 {
                ptr::copy(buf.add(other.head), buf, len);
            }
            Vec::from_raw_parts_in(buf, len, cap, alloc)
        }
    }
}

impl<T, const N: usize> From<[T; N]> for VecDeque<T> {
    fn from(arr: [T; N]) -> Self {
        Vec::from(arr).into()
    }
}
