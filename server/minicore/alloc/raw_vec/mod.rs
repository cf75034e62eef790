//! The buffer of the growable collections: it owns memory, not elements.

use core::cmp;
use core::marker::PhantomData;
use core::mem::{ManuallyDrop, MaybeUninit, SizedTypeProperties};
use core::ptr::{self, NonNull, Unique};

use crate::alloc::{Allocator, Global, Layout, handle_alloc_error};
use crate::boxed::Box;
use crate::collections::{TryReserveError, TryReserveErrorKind};

#[inline(never)]
#[track_caller]
fn capacity_overflow() -> ! {
    panic!("capacity overflow");
}

enum AllocInit {
    Uninitialized,
    Zeroed,
}

pub(crate) struct RawVec<T, A: Allocator = Global> {
    inner: RawVecInner<A>,
    _marker: PhantomData<T>,
}

// What does not depend on the element type is instantiated once for an allocator.
struct RawVecInner<A: Allocator = Global> {
    ptr: Unique<u8>,
    cap: usize,
    alloc: A,
}

impl<T> RawVec<T, Global> {
    #[inline]
    pub(crate) const fn new() -> Self {
        Self::new_in(Global)
    }

    #[inline]
    #[track_caller]
    pub(crate) fn with_capacity(capacity: usize) -> Self {
        Self { inner: RawVecInner::with_capacity_in(capacity, Global, T::LAYOUT), _marker: PhantomData }
    }
}

const fn min_non_zero_cap(size: usize) -> usize {
    if size == 1 {
        8
    } else if size <= 1024 {
        4
    } else {
        1
    }
}

impl<T, A: Allocator> RawVec<T, A> {
    pub(crate) const MIN_NON_ZERO_CAP: usize = min_non_zero_cap(size_of::<T>());

    #[inline]
    pub(crate) const fn new_in(alloc: A) -> Self {
        Self { inner: RawVecInner::new_in(alloc, align_of::<T>()), _marker: PhantomData }
    }

    #[inline]
    #[track_caller]
    pub(crate) fn with_capacity_in(capacity: usize, alloc: A) -> Self {
        Self { inner: RawVecInner::with_capacity_in(capacity, alloc, T::LAYOUT), _marker: PhantomData }
    }

    #[inline]
    #[track_caller]
    pub(crate) fn with_capacity_zeroed_in(capacity: usize, alloc: A) -> Self {
        Self { inner: RawVecInner::with_capacity_zeroed_in(capacity, alloc, T::LAYOUT), _marker: PhantomData }
    }

    pub(crate) unsafe fn into_box(self, len: usize) -> Box<[MaybeUninit<T>], A> {
        let me = ManuallyDrop::new(self);
        unsafe {
            let slice = ptr::slice_from_raw_parts_mut(me.ptr() as *mut MaybeUninit<T>, len);
            Box::from_raw_in(slice, ptr::read(&me.inner.alloc))
        }
    }

    #[inline]
    pub(crate) unsafe fn from_raw_parts_in(ptr: *mut T, capacity: usize, alloc: A) -> Self {
        unsafe { Self::from_nonnull_in(NonNull::new_unchecked(ptr), capacity, alloc) }
    }

    #[inline]
    pub(crate) unsafe fn from_nonnull_in(ptr: NonNull<T>, capacity: usize, alloc: A) -> Self {
        let cap = if T::IS_ZST { 0 } else { capacity };
        Self {
            inner: RawVecInner { ptr: Unique::from_non_null(ptr.cast()), cap, alloc },
            _marker: PhantomData,
        }
    }

    #[inline]
    pub(crate) const fn ptr(&self) -> *mut T {
        self.non_null().as_ptr()
    }

    #[inline]
    pub(crate) const fn non_null(&self) -> NonNull<T> {
        self.inner.ptr.as_non_null_ptr().cast()
    }

    #[inline]
    pub(crate) const fn capacity(&self) -> usize {
        self.inner.capacity(size_of::<T>())
    }

    #[inline]
    pub(crate) fn allocator(&self) -> &A {
        &self.inner.alloc
    }

    #[inline]
    #[track_caller]
    pub(crate) fn reserve(&mut self, len: usize, additional: usize) {
        self.inner.reserve(len, additional, T::LAYOUT)
    }

    #[inline(never)]
    #[track_caller]
    pub(crate) fn grow_one(&mut self) {
        self.inner.grow_one(T::LAYOUT)
    }

    pub(crate) fn try_reserve(&mut self, len: usize, additional: usize) -> Result<(), TryReserveError> {
        self.inner.try_reserve(len, additional, T::LAYOUT)
    }

    #[track_caller]
    pub(crate) fn reserve_exact(&mut self, len: usize, additional: usize) {
        self.inner.reserve_exact(len, additional, T::LAYOUT)
    }

    #[inline]
    #[track_caller]
    pub(crate) fn shrink_to_fit(&mut self, cap: usize) {
        self.inner.shrink_to_fit(cap, T::LAYOUT)
    }
}

unsafe impl<#[may_dangle] T, A: Allocator> Drop for RawVec<T, A> {
    fn drop(&mut self) {
        unsafe { self.inner.deallocate(T::LAYOUT) }
    }
}

impl<A: Allocator> RawVecInner<A> {
    #[inline]
    const fn new_in(alloc: A, align: usize) -> Self {
        let ptr = unsafe { Unique::new_unchecked(ptr::without_provenance_mut(align)) };
        Self { ptr, cap: 0, alloc }
    }

    #[inline]
    #[track_caller]
    fn with_capacity_in(capacity: usize, alloc: A, elem_layout: Layout) -> Self {
        match Self::try_allocate_in(capacity, AllocInit::Uninitialized, alloc, elem_layout) {
            Ok(this) => this,
            Err(err) => handle_error(err),
        }
    }

    #[inline]
    #[track_caller]
    fn with_capacity_zeroed_in(capacity: usize, alloc: A, elem_layout: Layout) -> Self {
        match Self::try_allocate_in(capacity, AllocInit::Zeroed, alloc, elem_layout) {
            Ok(res) => res,
            Err(err) => handle_error(err),
        }
    }

    fn try_allocate_in(
        capacity: usize,
        init: AllocInit,
        alloc: A,
        elem_layout: Layout,
    ) -> Result<Self, TryReserveError> {
        let layout = layout_array(capacity, elem_layout)?;
        if layout.size() == 0 {
            return Ok(Self::new_in(alloc, elem_layout.align()));
        }
        let result = match init {
            AllocInit::Uninitialized => alloc.allocate(layout),
            AllocInit::Zeroed => alloc.allocate_zeroed(layout),
        };
        let ptr = match result {
            Ok(ptr) => ptr,
            Err(_) => return Err(TryReserveErrorKind::AllocError { layout }.into()),
        };
        Ok(Self { ptr: Unique::from(ptr.cast()), cap: capacity, alloc })
    }

    #[inline]
    const fn capacity(&self, elem_size: usize) -> usize {
        if elem_size == 0 { usize::MAX } else { self.cap }
    }

    #[inline]
    fn current_memory(&self, elem_layout: Layout) -> Option<(NonNull<u8>, Layout)> {
        if elem_layout.size() == 0 || self.cap == 0 {
            None
        } else {
            let size = elem_layout.size() * self.cap;
            let layout = unsafe { Layout::from_size_align_unchecked(size, elem_layout.align()) };
            Some((self.ptr.as_non_null_ptr(), layout))
        }
    }

    #[inline]
    #[track_caller]
    fn reserve(&mut self, len: usize, additional: usize, elem_layout: Layout) {
        if self.needs_to_grow(len, additional, elem_layout) {
            if let Err(err) = self.grow_amortized(len, additional, elem_layout) {
                handle_error(err);
            }
        }
    }

    #[inline]
    #[track_caller]
    fn grow_one(&mut self, elem_layout: Layout) {
        if let Err(err) = self.grow_amortized(self.cap, 1, elem_layout) {
            handle_error(err);
        }
    }

    fn try_reserve(
        &mut self,
        len: usize,
        additional: usize,
        elem_layout: Layout,
    ) -> Result<(), TryReserveError> {
        if self.needs_to_grow(len, additional, elem_layout) {
            self.grow_amortized(len, additional, elem_layout)?;
        }
        Ok(())
    }

    #[track_caller]
    fn reserve_exact(&mut self, len: usize, additional: usize, elem_layout: Layout) {
        if self.needs_to_grow(len, additional, elem_layout) {
            if let Err(err) = self.set_capacity(len + additional, elem_layout) {
                handle_error(err);
            }
        }
    }

    #[inline]
    #[track_caller]
    fn shrink_to_fit(&mut self, cap: usize, elem_layout: Layout) {
        if cap < self.cap {
            if let Err(err) = self.set_capacity(cap, elem_layout) {
                handle_error(err);
            }
        }
    }

    #[inline]
    fn needs_to_grow(&self, len: usize, additional: usize, elem_layout: Layout) -> bool {
        additional > self.capacity(elem_layout.size()).wrapping_sub(len)
    }

    fn grow_amortized(
        &mut self,
        len: usize,
        additional: usize,
        elem_layout: Layout,
    ) -> Result<(), TryReserveError> {
        if elem_layout.size() == 0 {
            return Err(TryReserveErrorKind::CapacityOverflow.into());
        }
        let required_cap = len.checked_add(additional).ok_or(TryReserveErrorKind::CapacityOverflow)?;
        let cap = cmp::max(self.cap * 2, required_cap);
        let cap = cmp::max(min_non_zero_cap(elem_layout.size()), cap);
        self.set_capacity(cap, elem_layout)
    }

    #[cold]
    fn set_capacity(&mut self, cap: usize, elem_layout: Layout) -> Result<(), TryReserveError> {
        let new_layout = layout_array(cap, elem_layout)?;
        let memory = match self.current_memory(elem_layout) {
            Some((ptr, old_layout)) if old_layout.size() <= new_layout.size() => unsafe {
                self.alloc.grow(ptr, old_layout, new_layout)
            },
            Some((ptr, old_layout)) => unsafe { self.alloc.shrink(ptr, old_layout, new_layout) },
            None => self.alloc.allocate(new_layout),
        };
        match memory {
            Ok(ptr) => {
                self.ptr = Unique::from(ptr.cast());
                self.cap = cap;
                Ok(())
            }
            Err(_) => Err(TryReserveErrorKind::AllocError { layout: new_layout }.into()),
        }
    }

    unsafe fn deallocate(&mut self, elem_layout: Layout) {
        if let Some((ptr, layout)) = self.current_memory(elem_layout) {
            unsafe {
                self.alloc.deallocate(ptr, layout);
            }
        }
    }
}

#[cold]
#[track_caller]
fn handle_error(e: TryReserveError) -> ! {
    match e.kind() {
        TryReserveErrorKind::CapacityOverflow => capacity_overflow(),
        TryReserveErrorKind::AllocError { layout, .. } => handle_alloc_error(layout),
    }
}

#[inline]
fn layout_array(cap: usize, elem_layout: Layout) -> Result<Layout, TryReserveError> {
    let overflow = TryReserveErrorKind::CapacityOverflow;
    let size = match elem_layout.size().checked_mul(cap) {
        Some(size) => size,
        None => return Err(overflow.into()),
    };
    match Layout::from_size_align(size, elem_layout.align()) {
        Ok(layout) => Ok(layout),
        Err(_) => Err(overflow.into()),
    }
}
