//! The storage of a map: keys and values in two arrays, sorted by key. It owns memory, not entries.

use core::borrow::Borrow;
use core::cmp::Ordering;
use core::mem::ManuallyDrop;
use core::ops::{Bound, RangeBounds};
use core::ptr::{self, NonNull};

use crate::alloc::{Allocator, Layout, handle_alloc_error};

pub(super) struct Root<K, V> {
    keys: NonNull<K>,
    vals: NonNull<V>,
    capacity: usize,
}

impl<K, V> Root<K, V> {
    pub(super) fn new() -> Self {
        Root { keys: NonNull::dangling(), vals: NonNull::dangling(), capacity: 0 }
    }

    pub(super) fn key_ptr(&self, index: usize) -> *mut K {
        unsafe { self.keys.as_ptr().add(index) }
    }

    pub(super) fn val_ptr(&self, index: usize) -> *mut V {
        unsafe { self.vals.as_ptr().add(index) }
    }

    /// Where the key is, or where it would be.
    pub(super) fn search<Q: ?Sized>(&self, length: usize, key: &Q) -> Result<usize, usize>
    where
        Q: Ord,
        K: Borrow<Q>,
    {
        let mut low = 0;
        let mut high = length;
        while low < high {
            let mid = (low + high) / 2;
            match key.cmp(unsafe { &*self.key_ptr(mid) }.borrow()) {
                Ordering::Less => high = mid,
                Ordering::Greater => low = mid + 1,
                Ordering::Equal => return Ok(mid),
            }
        }
        Err(low)
    }

    /// The positions of the keys within the bounds.
    pub(super) fn search_range<Q: ?Sized, R>(&self, length: usize, range: &R) -> (usize, usize)
    where
        Q: Ord,
        K: Borrow<Q>,
        R: RangeBounds<Q>,
    {
        let start = match range.start_bound() {
            Bound::Unbounded => 0,
            Bound::Included(key) => match self.search(length, key) {
                Ok(index) | Err(index) => index,
            },
            Bound::Excluded(key) => match self.search(length, key) {
                Ok(index) => index + 1,
                Err(index) => index,
            },
        };
        let end = match range.end_bound() {
            Bound::Unbounded => length,
            Bound::Included(key) => match self.search(length, key) {
                Ok(index) => index + 1,
                Err(index) => index,
            },
            Bound::Excluded(key) => match self.search(length, key) {
                Ok(index) | Err(index) => index,
            },
        };
        (start, end)
    }

    pub(super) unsafe fn insert<A: Allocator>(
        &mut self,
        length: usize,
        index: usize,
        key: K,
        val: V,
        alloc: &A,
    ) {
        // The pair is one value while there may be no room for it.
        let entry = (key, val);
        if index > length {
            return;
        }
        if length == self.capacity {
            self.grow(alloc);
        }
        let entry = ManuallyDrop::new(entry);
        unsafe {
            ptr::copy(self.key_ptr(index), self.key_ptr(index + 1), length - index);
            ptr::copy(self.val_ptr(index), self.val_ptr(index + 1), length - index);
            ptr::copy_nonoverlapping(&entry.0, self.key_ptr(index), 1);
            ptr::copy_nonoverlapping(&entry.1, self.val_ptr(index), 1);
        }
    }

    pub(super) unsafe fn remove(&mut self, length: usize, index: usize) -> (K, V) {
        unsafe {
            let entry = self.read(index);
            ptr::copy(self.key_ptr(index + 1), self.key_ptr(index), length - index - 1);
            ptr::copy(self.val_ptr(index + 1), self.val_ptr(index), length - index - 1);
            entry
        }
    }

    pub(super) unsafe fn read(&self, index: usize) -> (K, V) {
        unsafe { (ptr::read(self.key_ptr(index)), ptr::read(self.val_ptr(index))) }
    }

    /// Drops an entry; the value also when dropping the key panics.
    pub(super) unsafe fn drop_key_val(&self, index: usize) {
        struct Dropper<T>(*mut T);

        impl<T> Drop for Dropper<T> {
            fn drop(&mut self) {
                unsafe { ptr::drop_in_place(self.0) }
            }
        }

        let _dropper = Dropper(self.val_ptr(index));
        unsafe { ptr::drop_in_place(self.key_ptr(index)) };
    }

    fn grow<A: Allocator>(&mut self, alloc: &A) {
        let capacity = if self.capacity == 0 { 11 } else { self.capacity * 2 };
        self.keys = reallocate(self.keys, self.capacity, capacity, alloc);
        self.vals = reallocate(self.vals, self.capacity, capacity, alloc);
        self.capacity = capacity;
    }

    pub(super) fn deallocate<A: Allocator>(self, alloc: &A) {
        deallocate(self.keys, self.capacity, alloc);
        deallocate(self.vals, self.capacity, alloc);
    }
}

fn layout<T>(capacity: usize) -> Layout {
    match Layout::array::<T>(capacity) {
        Ok(layout) => layout,
        Err(_) => panic!("capacity overflow"),
    }
}

fn reallocate<T, A: Allocator>(
    old: NonNull<T>,
    old_capacity: usize,
    capacity: usize,
    alloc: &A,
) -> NonNull<T> {
    let new = match alloc.allocate(layout::<T>(capacity)) {
        Ok(memory) => memory.cast::<T>(),
        Err(_) => handle_alloc_error(layout::<T>(capacity)),
    };
    unsafe { ptr::copy_nonoverlapping(old.as_ptr(), new.as_ptr(), old_capacity) };
    deallocate(old, old_capacity, alloc);
    new
}

fn deallocate<T, A: Allocator>(memory: NonNull<T>, capacity: usize, alloc: &A) {
    if capacity > 0 {
        unsafe { alloc.deallocate(memory.cast(), layout::<T>(capacity)) };
    }
}
