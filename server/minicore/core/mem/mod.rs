//! Sizes, moves and transmutation.

use crate::alloc::Layout;
use crate::marker::DiscriminantKind;
use crate::{clone, cmp, fmt, hash, intrinsics, ptr};

mod manually_drop;
mod maybe_dangling;
mod maybe_uninit;

pub use crate::intrinsics::transmute;
pub use manually_drop::ManuallyDrop;
pub use maybe_dangling::MaybeDangling;
pub use maybe_uninit::MaybeUninit;

#[inline]
pub const fn forget<T>(t: T) {
    let _ = ManuallyDrop::new(t);
}

#[inline(always)]
#[cfg_attr(not(minicore_check), rustc_promotable)]
pub const fn size_of<T>() -> usize {
    <T as SizedTypeProperties>::SIZE
}

#[inline]
pub const fn size_of_val<T: ?Sized>(val: &T) -> usize {
    unsafe { intrinsics::size_of_val(val) }
}

#[inline]
pub const unsafe fn size_of_val_raw<T: ?Sized>(val: *const T) -> usize {
    unsafe { intrinsics::size_of_val(val) }
}

#[inline(always)]
#[cfg_attr(not(minicore_check), rustc_promotable)]
pub const fn align_of<T>() -> usize {
    <T as SizedTypeProperties>::ALIGN
}

#[inline]
pub const fn align_of_val<T: ?Sized>(val: &T) -> usize {
    unsafe { intrinsics::align_of_val(val) }
}

#[inline]
pub const unsafe fn align_of_val_raw<T: ?Sized>(val: *const T) -> usize {
    unsafe { intrinsics::align_of_val(val) }
}

#[inline]
pub const fn needs_drop<T: ?Sized>() -> bool {
    const { intrinsics::needs_drop::<T>() }
}

#[inline(always)]
pub const unsafe fn zeroed<T>() -> T {
    unsafe {
        intrinsics::assert_zero_valid::<T>();
        MaybeUninit::zeroed().assume_init()
    }
}

#[inline]
pub const fn swap<T>(x: &mut T, y: &mut T) {
    unsafe {
        let a = ptr::read(x);
        let b = ptr::read(y);
        ptr::write(x, b);
        ptr::write(y, a);
    }
}

#[inline]
pub fn take<T: Default>(dest: &mut T) -> T {
    replace(dest, T::default())
}

#[inline]
pub const fn replace<T>(dest: &mut T, src: T) -> T {
    unsafe {
        let result = intrinsics::read_via_copy(dest);
        intrinsics::write_via_move(dest, src);
        result
    }
}

#[inline]
pub fn drop<T>(_x: T) {}

#[inline]
pub const unsafe fn transmute_copy<Src, Dst>(src: &Src) -> Dst {
    assert!(size_of::<Src>() >= size_of::<Dst>(), "cannot transmute_copy if Dst is larger than Src");
    unsafe { ptr::read_unaligned(src as *const Src as *const Dst) }
}

pub struct Discriminant<T>(<T as DiscriminantKind>::Discriminant);

impl<T> Copy for Discriminant<T> {}

impl<T> clone::Clone for Discriminant<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> cmp::PartialEq for Discriminant<T> {
    fn eq(&self, rhs: &Self) -> bool {
        self.0 == rhs.0
    }
}

impl<T> cmp::Eq for Discriminant<T> {}

impl<T> hash::Hash for Discriminant<T> {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<T> fmt::Debug for Discriminant<T> {
    fn fmt(&self, fmt: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt.debug_tuple("Discriminant").field(&self.0).finish()
    }
}

pub const fn discriminant<T>(v: &T) -> Discriminant<T> {
    Discriminant(intrinsics::discriminant_value(v))
}

#[doc(hidden)]
pub trait SizedTypeProperties: Sized {
    #[lang = "mem_size_const"]
    const SIZE: usize = intrinsics::size_of::<Self>();

    #[lang = "mem_align_const"]
    const ALIGN: usize = intrinsics::align_of::<Self>();

    const IS_ZST: bool = Self::SIZE == 0;

    const LAYOUT: Layout = unsafe { Layout::from_size_align_unchecked(Self::SIZE, Self::ALIGN) };
}

impl<T> SizedTypeProperties for T {}

#[macro_export]
#[doc(hidden)]
#[allow_internal_unstable(builtin_syntax, core_intrinsics)]
macro_rules! offset_of {
    ($Container:ty, $($fields:expr)+ $(,)?) => {
        const { builtin # offset_of($Container, $($fields)+) }
    };
}
pub use crate::offset_of;
