//! Reference counting across threads.

use core::any::Any;
use core::borrow::Borrow;
use core::clone::TrivialClone;
use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::marker::{PhantomData, Unsize};
use core::mem::{self, ManuallyDrop, MaybeUninit};
use core::ops::{CoerceUnsized, Deref, DerefPure, DispatchFromDyn, LegacyReceiver};
use core::panic::{RefUnwindSafe, UnwindSafe};
use core::pin::{Pin, PinCoerceUnsized};
use core::ptr::{self, NonNull};
use core::sync::atomic::AtomicUsize;
use core::sync::atomic::Ordering::{Acquire, Relaxed, Release};

use crate::alloc::{Allocator, Global, Layout, handle_alloc_error};
use crate::boxed::Box;
use crate::string::String;
use crate::vec::Vec;

#[repr(C)]
struct ArcInner<T: ?Sized> {
    strong: AtomicUsize,
    weak: AtomicUsize,
    data: T,
}

unsafe impl<T: ?Sized + Sync + Send> Send for ArcInner<T> {}
unsafe impl<T: ?Sized + Sync + Send> Sync for ArcInner<T> {}

/// The counts of an allocation whose value may be gone.
struct WeakInner<'a> {
    weak: &'a AtomicUsize,
    strong: &'a AtomicUsize,
}

#[rustc_insignificant_dtor]
pub struct Arc<T: ?Sized, A: Allocator = Global> {
    ptr: NonNull<ArcInner<T>>,
    phantom: PhantomData<ArcInner<T>>,
    alloc: A,
}

pub struct Weak<T: ?Sized, A: Allocator = Global> {
    // Dangling after `Weak::new`, with an address that no allocation has.
    ptr: NonNull<ArcInner<T>>,
    alloc: A,
}

unsafe impl<T: ?Sized + Sync + Send, A: Allocator + Send> Send for Arc<T, A> {}
unsafe impl<T: ?Sized + Sync + Send, A: Allocator + Sync> Sync for Arc<T, A> {}
unsafe impl<T: ?Sized + Sync + Send, A: Allocator + Send> Send for Weak<T, A> {}
unsafe impl<T: ?Sized + Sync + Send, A: Allocator + Sync> Sync for Weak<T, A> {}
impl<T: RefUnwindSafe + ?Sized, A: Allocator + UnwindSafe> UnwindSafe for Arc<T, A> {}

impl<T: ?Sized + Unsize<U>, U: ?Sized, A: Allocator> CoerceUnsized<Arc<U, A>> for Arc<T, A> {}
impl<T: ?Sized + Unsize<U>, U: ?Sized> DispatchFromDyn<Arc<U>> for Arc<T> {}
impl<T: ?Sized + Unsize<U>, U: ?Sized, A: Allocator> CoerceUnsized<Weak<U, A>> for Weak<T, A> {}
impl<T: ?Sized + Unsize<U>, U: ?Sized> DispatchFromDyn<Weak<U>> for Weak<T> {}
unsafe impl<T: ?Sized, A: Allocator> PinCoerceUnsized for Arc<T, A> {}
impl<T: ?Sized, A: Allocator> LegacyReceiver for Arc<T, A> {}

impl<T: ?Sized> Arc<T> {
    #[inline]
    unsafe fn from_inner(ptr: NonNull<ArcInner<T>>) -> Self {
        unsafe { Self::from_inner_in(ptr, Global) }
    }

    #[inline]
    unsafe fn from_ptr(ptr: *mut ArcInner<T>) -> Self {
        unsafe { Self::from_inner(NonNull::new_unchecked(ptr)) }
    }
}

impl<T: ?Sized, A: Allocator> Arc<T, A> {
    #[inline(always)]
    fn inner(&self) -> &ArcInner<T> {
        unsafe { self.ptr.as_ref() }
    }

    #[inline]
    unsafe fn from_inner_in(ptr: NonNull<ArcInner<T>>, alloc: A) -> Self {
        Self { ptr, phantom: PhantomData, alloc }
    }

    #[inline(never)]
    unsafe fn drop_slow(&mut self) {
        // All strong references together hold one weak reference, which goes when this variable does.
        let _weak = Weak { ptr: self.ptr, alloc: &self.alloc };

        unsafe {
            ptr::drop_in_place(&mut (*self.ptr.as_ptr()).data);
        }
    }
}

impl<T> Arc<T> {
    #[inline]
    pub fn new(data: T) -> Arc<T> {
        let x: Box<_> = Box::new(ArcInner { strong: AtomicUsize::new(1), weak: AtomicUsize::new(1), data });
        unsafe { Self::from_inner(Box::leak(x).into()) }
    }

    pub fn new_cyclic<F>(data_fn: F) -> Arc<T>
    where
        F: FnOnce(&Weak<T>) -> T,
    {
        let uninit: Box<MaybeUninit<ArcInner<T>>> = Box::new_uninit();
        let init_ptr: NonNull<ArcInner<T>> = NonNull::from(Box::leak(uninit)).cast();
        unsafe {
            ptr::write(&raw mut (*init_ptr.as_ptr()).strong, AtomicUsize::new(0));
            ptr::write(&raw mut (*init_ptr.as_ptr()).weak, AtomicUsize::new(1));
        }
        let weak = Weak { ptr: init_ptr, alloc: Global };

        let data = data_fn(&weak);

        unsafe {
            ptr::write(&raw mut (*init_ptr.as_ptr()).data, data);
            (*init_ptr.as_ptr()).strong.store(1, Release);
            mem::forget(weak);
            Self::from_inner(init_ptr)
        }
    }

    pub fn pin(value: T) -> Pin<Arc<T>> {
        unsafe { Pin::new_unchecked(Arc::new(value)) }
    }
}

impl<T, A: Allocator> Arc<T, A> {
    #[inline]
    pub fn try_unwrap(this: Self) -> Result<T, Self> {
        if Arc::strong_count(&this) == 1 {
            let this = ManuallyDrop::new(this);
            let val: T = unsafe { ptr::read(&**this) };
            let alloc: A = unsafe { ptr::read(&this.alloc) };

            this.inner().strong.store(0, Release);
            let _weak = Weak { ptr: this.ptr, alloc };
            Ok(val)
        } else {
            Err(this)
        }
    }

    #[inline]
    pub fn into_inner(this: Self) -> Option<T> {
        Arc::try_unwrap(this).ok()
    }
}

impl<T: ?Sized> Arc<T> {
    pub unsafe fn from_raw(ptr: *const T) -> Self {
        // The header comes before the value, as far as the value's alignment demands.
        let header = Layout::new::<ArcInner<()>>();
        let align = unsafe { mem::align_of_val_raw(ptr) };
        let offset = (header.size() + align - 1) & !(align - 1);
        let mut inner = ptr as *mut ArcInner<T>;
        unsafe {
            let address = (&raw mut inner).cast::<usize>();
            *address -= offset;
            Self::from_ptr(inner)
        }
    }

    pub fn into_raw(this: Self) -> *const T {
        let this = ManuallyDrop::new(this);
        Self::as_ptr(&*this)
    }

    #[inline]
    pub unsafe fn increment_strong_count(ptr: *const T) {
        let rc = unsafe { ManuallyDrop::new(Arc::from_raw(ptr)) };
        let _rc_clone: ManuallyDrop<_> = rc.clone();
    }

    #[inline]
    pub unsafe fn decrement_strong_count(ptr: *const T) {
        unsafe { drop(Arc::from_raw(ptr)) };
    }
}

impl<T: ?Sized, A: Allocator> Arc<T, A> {
    pub fn as_ptr(this: &Self) -> *const T {
        let ptr: *mut ArcInner<T> = NonNull::as_ptr(this.ptr);
        unsafe { &raw mut (*ptr).data }
    }

    pub fn downgrade(this: &Self) -> Weak<T, A>
    where
        A: Clone,
    {
        this.inner().weak.fetch_add(1, Relaxed);
        Weak { ptr: this.ptr, alloc: this.alloc.clone() }
    }

    #[inline]
    pub fn weak_count(this: &Self) -> usize {
        this.inner().weak.load(Relaxed) - 1
    }

    #[inline]
    pub fn strong_count(this: &Self) -> usize {
        this.inner().strong.load(Relaxed)
    }

    #[inline]
    fn is_unique(this: &Self) -> bool {
        Arc::weak_count(this) == 0 && Arc::strong_count(this) == 1
    }

    #[inline]
    pub fn get_mut(this: &mut Self) -> Option<&mut T> {
        if Arc::is_unique(this) { unsafe { Some(Arc::get_mut_unchecked(this)) } } else { None }
    }

    #[inline]
    pub unsafe fn get_mut_unchecked(this: &mut Self) -> &mut T {
        unsafe { &mut (*this.ptr.as_ptr()).data }
    }

    #[inline]
    pub fn ptr_eq(this: &Self, other: &Self) -> bool {
        ptr::addr_eq(this.ptr.as_ptr(), other.ptr.as_ptr())
    }
}

impl<T: Clone> Arc<T> {
    #[inline]
    pub fn make_mut(this: &mut Self) -> &mut T {
        if !Arc::is_unique(this) {
            *this = Arc::new((**this).clone());
        }
        unsafe { Arc::get_mut_unchecked(this) }
    }

    #[inline]
    pub fn unwrap_or_clone(this: Self) -> T {
        Arc::try_unwrap(this).unwrap_or_else(|arc| (*arc).clone())
    }
}

impl<T: ?Sized, A: Allocator> Arc<T, A> {
    fn from_box_in(src: Box<T, A>) -> Arc<T, A> {
        unsafe {
            let value_size = size_of_val(&*src);
            let ptr = allocate_for_ptr(&*src);
            ptr::copy_nonoverlapping(
                (&raw const *src) as *const u8,
                (&raw mut (*ptr).data) as *mut u8,
                value_size,
            );

            // The box is freed, its content is not dropped.
            let (bptr, alloc) = Box::into_raw_with_allocator(src);
            let src = Box::from_raw_in(bptr as *mut ManuallyDrop<T>, alloc.by_ref());
            drop(src);

            Self::from_inner_in(NonNull::new_unchecked(ptr), alloc)
        }
    }
}

unsafe fn allocate_for_ptr<T: ?Sized>(ptr: *const T) -> *mut ArcInner<T> {
    unsafe {
        let mut inner = ptr as *mut ArcInner<T>;
        let layout = Layout::for_value_raw(inner);
        let memory = match Global.allocate(layout) {
            Ok(memory) => memory.as_mut_ptr(),
            Err(_) => handle_alloc_error(layout),
        };
        *(&raw mut inner).cast::<*mut u8>() = memory;
        ptr::write(&raw mut (*inner).strong, AtomicUsize::new(1));
        ptr::write(&raw mut (*inner).weak, AtomicUsize::new(1));
        inner
    }
}

impl<T> Arc<[T]> {
    unsafe fn copy_from_slice(v: &[T]) -> Arc<[T]> {
        unsafe {
            let ptr = allocate_for_ptr(v as *const [T]);
            ptr::copy_nonoverlapping(v.as_ptr(), (&raw mut (*ptr).data) as *mut T, v.len());
            Self::from_ptr(ptr)
        }
    }
}

trait ArcFromSlice<T> {
    fn from_slice(slice: &[T]) -> Self;
}

impl<T: Clone> ArcFromSlice<T> for Arc<[T]> {
    #[inline]
    default fn from_slice(v: &[T]) -> Self {
        Arc::from(v.to_vec())
    }
}

impl<T: TrivialClone> ArcFromSlice<T> for Arc<[T]> {
    #[inline]
    fn from_slice(v: &[T]) -> Self {
        unsafe { Arc::copy_from_slice(v) }
    }
}

impl<T: ?Sized, A: Allocator> Deref for Arc<T, A> {
    type Target = T;

    #[inline(always)]
    fn deref(&self) -> &T {
        &self.inner().data
    }
}

unsafe impl<T: ?Sized, A: Allocator> DerefPure for Arc<T, A> {}

unsafe impl<#[may_dangle] T: ?Sized, A: Allocator> Drop for Arc<T, A> {
    #[inline]
    fn drop(&mut self) {
        if self.inner().strong.fetch_sub(1, Release) != 1 {
            return;
        }
        self.inner().strong.load(Acquire);
        unsafe {
            self.drop_slow();
        }
    }
}

impl<T: ?Sized, A: Allocator + Clone> Clone for Arc<T, A> {
    #[inline]
    fn clone(&self) -> Self {
        self.inner().strong.fetch_add(1, Relaxed);
        unsafe { Self::from_inner_in(self.ptr, self.alloc.clone()) }
    }
}

impl<T: Default> Default for Arc<T> {
    fn default() -> Arc<T> {
        Arc::new(Default::default())
    }
}

impl Default for Arc<str> {
    fn default() -> Self {
        Arc::from("")
    }
}

impl<T> Default for Arc<[T]> {
    fn default() -> Self {
        Arc::<[T; 0]>::from([])
    }
}

impl<T: ?Sized + PartialEq, A: Allocator> PartialEq for Arc<T, A> {
    #[inline]
    fn eq(&self, other: &Arc<T, A>) -> bool {
        ArcEqIdent::eq(self, other)
    }

    #[inline]
    fn ne(&self, other: &Arc<T, A>) -> bool {
        ArcEqIdent::ne(self, other)
    }
}

impl<T: ?Sized + Eq, A: Allocator> Eq for Arc<T, A> {}

trait ArcEqIdent<T: ?Sized + PartialEq, A: Allocator> {
    fn eq(&self, other: &Arc<T, A>) -> bool;
    fn ne(&self, other: &Arc<T, A>) -> bool;
}

impl<T: ?Sized + PartialEq, A: Allocator> ArcEqIdent<T, A> for Arc<T, A> {
    #[inline]
    fn eq(&self, other: &Arc<T, A>) -> bool {
        **self == **other
    }

    #[inline]
    fn ne(&self, other: &Arc<T, A>) -> bool {
        **self != **other
    }
}

impl<T: ?Sized + PartialOrd, A: Allocator> PartialOrd for Arc<T, A> {
    #[inline(always)]
    fn partial_cmp(&self, other: &Arc<T, A>) -> Option<Ordering> {
        (**self).partial_cmp(&**other)
    }

    #[inline(always)]
    fn lt(&self, other: &Arc<T, A>) -> bool {
        **self < **other
    }

    #[inline(always)]
    fn le(&self, other: &Arc<T, A>) -> bool {
        **self <= **other
    }

    #[inline(always)]
    fn gt(&self, other: &Arc<T, A>) -> bool {
        **self > **other
    }

    #[inline(always)]
    fn ge(&self, other: &Arc<T, A>) -> bool {
        **self >= **other
    }
}

impl<T: ?Sized + Ord, A: Allocator> Ord for Arc<T, A> {
    #[inline]
    fn cmp(&self, other: &Arc<T, A>) -> Ordering {
        (**self).cmp(&**other)
    }
}

impl<T: ?Sized + Hash, A: Allocator> Hash for Arc<T, A> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl<T: ?Sized + fmt::Display, A: Allocator> fmt::Display for Arc<T, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}

impl<T: ?Sized + fmt::Debug, A: Allocator> fmt::Debug for Arc<T, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl<T: ?Sized, A: Allocator> fmt::Pointer for Arc<T, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Pointer::fmt(&(&raw const **self), f)
    }
}

impl<T> From<T> for Arc<T> {
    fn from(t: T) -> Self {
        Arc::new(t)
    }
}

impl<T, const N: usize> From<[T; N]> for Arc<[T]> {
    #[inline]
    fn from(v: [T; N]) -> Arc<[T]> {
        Arc::<[T; N]>::from(v)
    }
}

impl<T: Clone> From<&[T]> for Arc<[T]> {
    #[inline]
    fn from(v: &[T]) -> Arc<[T]> {
        <Self as ArcFromSlice<T>>::from_slice(v)
    }
}

impl From<&str> for Arc<str> {
    #[inline]
    fn from(v: &str) -> Arc<str> {
        let rc = Arc::<[u8]>::from(v.as_bytes());
        unsafe { Arc::from_raw(Arc::into_raw(rc) as *const str) }
    }
}

impl From<String> for Arc<str> {
    #[inline]
    fn from(v: String) -> Arc<str> {
        Arc::from(&v[..])
    }
}

impl<T: ?Sized, A: Allocator> From<Box<T, A>> for Arc<T, A> {
    #[inline]
    fn from(v: Box<T, A>) -> Arc<T, A> {
        Arc::from_box_in(v)
    }
}

impl<T> From<Vec<T>> for Arc<[T]> {
    #[inline]
    fn from(mut v: Vec<T>) -> Arc<[T]> {
        unsafe {
            let rc = Arc::copy_from_slice(&v);
            v.set_len(0);
            rc
        }
    }
}

impl<T> FromIterator<T> for Arc<[T]> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Self {
        iter.into_iter().collect::<Vec<T>>().into()
    }
}

impl<T: ?Sized, A: Allocator> Borrow<T> for Arc<T, A> {
    fn borrow(&self) -> &T {
        &**self
    }
}

impl<T: ?Sized, A: Allocator> AsRef<T> for Arc<T, A> {
    fn as_ref(&self) -> &T {
        &**self
    }
}

impl<T: ?Sized, A: Allocator> Unpin for Arc<T, A> {}

impl<T: core::error::Error + ?Sized> core::error::Error for Arc<T> {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        core::error::Error::source(&**self)
    }
}

impl<A: Allocator> Arc<dyn Any + Send + Sync, A> {
    #[inline]
    pub fn downcast<T: Any + Send + Sync>(self) -> Result<Arc<T, A>, Self> {
        if (*self).is::<T>() {
            unsafe {
                let this = ManuallyDrop::new(self);
                Ok(Arc::from_inner_in(this.ptr.cast(), ptr::read(&this.alloc)))
            }
        } else {
            Err(self)
        }
    }
}

impl<T> Weak<T> {
    pub const fn new() -> Weak<T> {
        Weak {
            ptr: unsafe { NonNull::new_unchecked(ptr::without_provenance_mut(usize::MAX)) },
            alloc: Global,
        }
    }
}

fn is_dangling<T: ?Sized>(ptr: *const T) -> bool {
    (ptr.cast::<()>()).addr() == usize::MAX
}

impl<T: ?Sized, A: Allocator> Weak<T, A> {
    pub fn upgrade(&self) -> Option<Arc<T, A>>
    where
        A: Clone,
    {
        let inner = self.inner()?;
        let mut n = inner.strong.load(Relaxed);
        while n != 0 {
            match inner.strong.compare_exchange_weak(n, n + 1, Acquire, Relaxed) {
                Ok(_) => return unsafe { Some(Arc::from_inner_in(self.ptr, self.alloc.clone())) },
                Err(current) => n = current,
            }
        }
        None
    }

    pub fn strong_count(&self) -> usize {
        if let Some(inner) = self.inner() { inner.strong.load(Relaxed) } else { 0 }
    }

    pub fn weak_count(&self) -> usize {
        if let Some(inner) = self.inner() {
            let strong = inner.strong.load(Relaxed);
            if strong > 0 { inner.weak.load(Relaxed) - 1 } else { 0 }
        } else {
            0
        }
    }

    #[inline]
    fn inner(&self) -> Option<WeakInner<'_>> {
        if is_dangling(self.ptr.as_ptr()) {
            None
        } else {
            unsafe {
                let ptr = self.ptr.as_ptr();
                Some(WeakInner { strong: &(*ptr).strong, weak: &(*ptr).weak })
            }
        }
    }

    #[inline]
    pub fn ptr_eq(&self, other: &Self) -> bool {
        ptr::addr_eq(self.ptr.as_ptr(), other.ptr.as_ptr())
    }
}

unsafe impl<#[may_dangle] T: ?Sized, A: Allocator> Drop for Weak<T, A> {
    fn drop(&mut self) {
        let inner = if let Some(inner) = self.inner() { inner } else { return };

        if inner.weak.fetch_sub(1, Release) == 1 {
            inner.weak.load(Acquire);
            unsafe { self.alloc.deallocate(self.ptr.cast(), Layout::for_value_raw(self.ptr.as_ptr())) }
        }
    }
}

impl<T: ?Sized, A: Allocator + Clone> Clone for Weak<T, A> {
    #[inline]
    fn clone(&self) -> Weak<T, A> {
        if let Some(inner) = self.inner() {
            inner.weak.fetch_add(1, Relaxed);
        }
        Weak { ptr: self.ptr, alloc: self.alloc.clone() }
    }
}

impl<T: ?Sized, A: Allocator> fmt::Debug for Weak<T, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "(Weak)")
    }
}

impl<T> Default for Weak<T> {
    fn default() -> Weak<T> {
        Weak::new()
    }
}
