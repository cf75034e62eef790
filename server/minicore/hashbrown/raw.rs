//! The table: it stores values with their hashes and knows nothing of keys.

use alloc::alloc::{Allocator, Global, Layout, handle_alloc_error};
use core::marker::PhantomData;
use core::mem;
use core::ptr::{self, NonNull};

pub struct RawTable<T, A: Allocator = Global> {
    table: RawTableInner,
    alloc: A,
    marker: PhantomData<T>,
}

// What does not depend on the value type.
struct RawTableInner {
    hashes: NonNull<u64>,
    data: NonNull<u8>,
    capacity: usize,
    items: usize,
}

/// The place of a value.
pub struct Bucket<T> {
    ptr: NonNull<T>,
    index: usize,
}

impl<T> Clone for Bucket<T> {
    fn clone(&self) -> Self {
        Bucket { ptr: self.ptr, index: self.index }
    }
}

impl<T> Bucket<T> {
    pub unsafe fn as_ref<'a>(&self) -> &'a T {
        unsafe { self.ptr.as_ref() }
    }

    pub unsafe fn as_mut<'a>(&self) -> &'a mut T {
        unsafe { &mut *self.ptr.as_ptr() }
    }
}

impl<T> RawTable<T> {
    pub const fn new() -> Self {
        Self::new_in(Global)
    }
}

impl<T, A: Allocator> RawTable<T, A> {
    pub const fn new_in(alloc: A) -> Self {
        let table = RawTableInner {
            hashes: NonNull::dangling(),
            data: NonNull::<T>::dangling().cast(),
            capacity: 0,
            items: 0,
        };
        RawTable { table, alloc, marker: PhantomData }
    }

    pub fn with_capacity_in(capacity: usize, alloc: A) -> Self {
        let mut table = Self::new_in(alloc);
        table.resize(capacity);
        table
    }

    pub fn allocator(&self) -> &A {
        &self.alloc
    }

    pub fn capacity(&self) -> usize {
        self.table.capacity
    }

    pub fn len(&self) -> usize {
        self.table.items
    }

    fn data(&self) -> *mut T {
        self.table.data.cast::<T>().as_ptr()
    }

    pub unsafe fn bucket(&self, index: usize) -> Bucket<T> {
        unsafe { Bucket { ptr: NonNull::new_unchecked(self.data().add(index)), index } }
    }

    pub fn find(&self, hash: u64, mut eq: impl FnMut(&T) -> bool) -> Option<Bucket<T>> {
        let mut index = 0;
        while index < self.table.items {
            unsafe {
                if *self.table.hashes.as_ptr().add(index) == hash && eq(&*self.data().add(index)) {
                    return Some(self.bucket(index));
                }
            }
            index += 1;
        }
        None
    }

    pub fn insert(&mut self, hash: u64, value: T, hasher: impl Fn(&T) -> u64) -> Bucket<T> {
        self.reserve(1, hasher);
        let index = self.table.items;
        unsafe {
            ptr::write(self.table.hashes.as_ptr().add(index), hash);
            ptr::write(self.data().add(index), value);
        }
        self.table.items += 1;
        unsafe { self.bucket(index) }
    }

    /// Takes a value out; the last one moves to its place.
    pub unsafe fn remove(&mut self, bucket: Bucket<T>) -> T {
        let last = self.table.items - 1;
        unsafe {
            let value = ptr::read(bucket.ptr.as_ptr());
            ptr::copy(self.data().add(last), bucket.ptr.as_ptr(), 1);
            let hashes = self.table.hashes.as_ptr();
            *hashes.add(bucket.index) = *hashes.add(last);
            self.table.items = last;
            value
        }
    }

    pub unsafe fn erase(&mut self, bucket: Bucket<T>) {
        drop(unsafe { self.remove(bucket) });
    }

    pub fn remove_entry(&mut self, hash: u64, eq: impl FnMut(&T) -> bool) -> Option<T> {
        match self.find(hash, eq) {
            Some(bucket) => Some(unsafe { self.remove(bucket) }),
            None => None,
        }
    }

    pub fn get(&self, hash: u64, eq: impl FnMut(&T) -> bool) -> Option<&T> {
        match self.find(hash, eq) {
            Some(bucket) => Some(unsafe { bucket.as_ref() }),
            None => None,
        }
    }

    pub fn get_mut(&mut self, hash: u64, eq: impl FnMut(&T) -> bool) -> Option<&mut T> {
        match self.find(hash, eq) {
            Some(bucket) => Some(unsafe { bucket.as_mut() }),
            None => None,
        }
    }

    pub fn reserve(&mut self, additional: usize, hasher: impl Fn(&T) -> u64) {
        let required = self.table.items + additional;
        if required > self.table.capacity {
            let old = self.table.items;
            self.resize(required * 2);
            // A table of buckets hashes its values anew when it grows.
            let mut index = 0;
            while index < old {
                unsafe { *self.table.hashes.as_ptr().add(index) = hasher(&*self.data().add(index)) };
                index += 1;
            }
        }
    }

    pub fn shrink_to(&mut self, min_size: usize) {
        let capacity = if min_size > self.table.items { min_size } else { self.table.items };
        if capacity < self.table.capacity {
            self.resize(capacity);
        }
    }

    fn resize(&mut self, capacity: usize) {
        let mut new = Self::allocate(capacity, &self.alloc);
        unsafe {
            ptr::copy_nonoverlapping(self.table.hashes.as_ptr(), new.hashes.as_ptr(), self.table.items);
            ptr::copy_nonoverlapping(self.data(), new.data.cast::<T>().as_ptr(), self.table.items);
        }
        new.items = self.table.items;
        let old = mem::replace(&mut self.table, new);
        unsafe { Self::free(&old, &self.alloc) };
    }

    fn allocate(capacity: usize, alloc: &A) -> RawTableInner {
        let hashes = allocate_array::<u64, A>(capacity, alloc);
        let data = allocate_array::<T, A>(capacity, alloc).cast();
        RawTableInner { hashes, data, capacity, items: 0 }
    }

    unsafe fn free(table: &RawTableInner, alloc: &A) {
        unsafe {
            free_array::<u64, A>(table.hashes, table.capacity, alloc);
            free_array::<T, A>(table.data.cast(), table.capacity, alloc);
        }
    }

    unsafe fn drop_elements(&mut self) {
        if mem::needs_drop::<T>() {
            for item in self.iter() {
                unsafe { ptr::drop_in_place(item.ptr.as_ptr()) };
            }
        }
    }

    pub fn clear(&mut self) {
        unsafe { self.drop_elements() };
        self.table.items = 0;
    }

    pub fn iter(&self) -> RawIter<T> {
        RawIter { data: self.data(), index: 0, items: self.table.items }
    }

    pub fn drain(&mut self) -> RawDrain<'_, T, A> {
        RawDrain { iter: self.iter(), table: self }
    }

    pub fn into_iter(self) -> RawIntoIter<T, A> {
        RawIntoIter { iter: self.iter(), table: mem::ManuallyDrop::new(self) }
    }
}

fn array_layout<T>(capacity: usize) -> Layout {
    match Layout::array::<T>(capacity) {
        Ok(layout) => layout,
        Err(_) => panic!("Hash table capacity overflow"),
    }
}

fn allocate_array<T, A: Allocator>(capacity: usize, alloc: &A) -> NonNull<T> {
    let layout = array_layout::<T>(capacity);
    match alloc.allocate(layout) {
        Ok(memory) => memory.cast(),
        Err(_) => handle_alloc_error(layout),
    }
}

unsafe fn free_array<T, A: Allocator>(memory: NonNull<T>, capacity: usize, alloc: &A) {
    if capacity > 0 {
        unsafe { alloc.deallocate(memory.cast(), array_layout::<T>(capacity)) };
    }
}

impl<T: Clone, A: Allocator + Clone> Clone for RawTable<T, A> {
    fn clone(&self) -> Self {
        let mut table = Self::with_capacity_in(self.table.items, self.alloc.clone());
        let mut index = 0;
        while index < self.table.items {
            unsafe {
                let value = (*self.data().add(index)).clone();
                ptr::write(table.data().add(index), value);
                *table.table.hashes.as_ptr().add(index) = *self.table.hashes.as_ptr().add(index);
            }
            index += 1;
            table.table.items = index;
        }
        table
    }
}

unsafe impl<#[may_dangle] T, A: Allocator> Drop for RawTable<T, A> {
    fn drop(&mut self) {
        unsafe {
            self.drop_elements();
            Self::free(&self.table, &self.alloc);
        }
    }
}

unsafe impl<T: Send, A: Allocator + Send> Send for RawTable<T, A> {}
unsafe impl<T: Sync, A: Allocator + Sync> Sync for RawTable<T, A> {}

pub struct RawIter<T> {
    data: *mut T,
    index: usize,
    items: usize,
}

impl<T> Clone for RawIter<T> {
    fn clone(&self) -> Self {
        RawIter { ..*self }
    }
}

impl<T> Iterator for RawIter<T> {
    type Item = Bucket<T>;

    #[inline]
    fn next(&mut self) -> Option<Bucket<T>> {
        if self.index == self.items {
            return None;
        }
        let index = self.index;
        self.index += 1;
        unsafe { Some(Bucket { ptr: NonNull::new_unchecked(self.data.add(index)), index }) }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = self.items - self.index;
        (len, Some(len))
    }
}

impl<T> ExactSizeIterator for RawIter<T> {}

pub struct RawIntoIter<T, A: Allocator = Global> {
    iter: RawIter<T>,
    table: mem::ManuallyDrop<RawTable<T, A>>,
}

unsafe impl<T: Send, A: Allocator + Send> Send for RawIntoIter<T, A> {}

unsafe impl<#[may_dangle] T, A: Allocator> Drop for RawIntoIter<T, A> {
    fn drop(&mut self) {
        unsafe {
            if mem::needs_drop::<T>() {
                while let Some(item) = self.iter.next() {
                    ptr::drop_in_place(item.ptr.as_ptr());
                }
            }
            let table = &*self.table;
            RawTable::<T, A>::free(&table.table, &table.alloc);
        }
    }
}

impl<T, A: Allocator> Iterator for RawIntoIter<T, A> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        let item = self.iter.next()?;
        Some(unsafe { ptr::read(item.ptr.as_ptr()) })
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.iter.size_hint()
    }
}

impl<T, A: Allocator> ExactSizeIterator for RawIntoIter<T, A> {}

pub struct RawDrain<'a, T, A: Allocator = Global> {
    iter: RawIter<T>,
    table: &'a mut RawTable<T, A>,
}

impl<T, A: Allocator> Drop for RawDrain<'_, T, A> {
    fn drop(&mut self) {
        if mem::needs_drop::<T>() {
            while let Some(item) = self.iter.next() {
                unsafe { ptr::drop_in_place(item.ptr.as_ptr()) };
            }
        }
        self.table.table.items = 0;
    }
}

impl<T, A: Allocator> Iterator for RawDrain<'_, T, A> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        let item = self.iter.next()?;
        Some(unsafe { ptr::read(item.ptr.as_ptr()) })
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.iter.size_hint()
    }
}

impl<T, A: Allocator> ExactSizeIterator for RawDrain<'_, T, A> {}
