//! Traits and types that stand for properties the compiler knows about.

use crate::cell::UnsafeCell;
use crate::clone::TrivialClone;
use crate::cmp;
use crate::fmt::Debug;
use crate::hash::{Hash, Hasher};

macro_rules! marker_impls {
    ($Trait:ident for $({$($bounds:tt)*})? $T:ty $(, $($rest:tt)*)?) => {
        impl<$($($bounds)*)?> $Trait for $T {}
        marker_impls! { $Trait for $($($rest)*)? }
    };
    ($Trait:ident for) => {};
    (unsafe $Trait:ident for $({$($bounds:tt)*})? $T:ty $(, $($rest:tt)*)?) => {
        unsafe impl<$($($bounds)*)?> $Trait for $T {}
        marker_impls! { unsafe $Trait for $($($rest)*)? }
    };
    (unsafe $Trait:ident for) => {};
}

pub unsafe auto trait Send {}

impl<T: PointeeSized> !Send for *const T {}
impl<T: PointeeSized> !Send for *mut T {}
unsafe impl<T: Sync + PointeeSized> Send for &T {}

#[lang = "sized"]
#[fundamental]
#[rustc_specialization_trait]
#[rustc_deny_explicit_impl]
#[rustc_dyn_incompatible_trait]
#[rustc_coinductive]
pub trait Sized: MetaSized {}

#[lang = "meta_sized"]
#[fundamental]
#[rustc_specialization_trait]
#[rustc_deny_explicit_impl]
#[rustc_coinductive]
pub trait MetaSized: PointeeSized {}

#[lang = "pointee_sized"]
#[fundamental]
#[rustc_specialization_trait]
#[rustc_deny_explicit_impl]
#[rustc_coinductive]
pub trait PointeeSized {}

#[lang = "unsize"]
#[rustc_deny_explicit_impl]
#[rustc_dyn_incompatible_trait]
pub trait Unsize<T: PointeeSized>: PointeeSized {}

#[lang = "structural_peq"]
pub trait StructuralPartialEq {}

marker_impls! {
    StructuralPartialEq for
        usize, u8, u16, u32, u64, u128,
        isize, i8, i16, i32, i64, i128,
        bool, char, str, (),
        {T, const N: usize} [T; N],
        {T} [T],
        {T: PointeeSized} &T,
}

#[lang = "copy"]
pub trait Copy: Clone {}

#[rustc_builtin_macro]
#[allow_internal_unstable(core_intrinsics, derive_clone_copy_internals)]
#[macro_export]
#[doc(hidden)]
macro_rules! Copy {
    ($item:item) => {};
}
pub use crate::Copy;

marker_impls! {
    Copy for
        usize, u8, u16, u32, u64, u128,
        isize, i8, i16, i32, i64, i128,
        f32, f64, bool, char, !,
        {T: PointeeSized} *const T,
        {T: PointeeSized} *mut T,
        {T: PointeeSized} &T,
}

#[lang = "bikeshed_guaranteed_no_drop"]
#[rustc_deny_explicit_impl]
#[rustc_dyn_incompatible_trait]
pub trait BikeshedGuaranteedNoDrop {}

#[lang = "sync"]
pub unsafe auto trait Sync {}

impl<T: PointeeSized> !Sync for *const T {}
impl<T: PointeeSized> !Sync for *mut T {}

#[lang = "phantom_data"]
pub struct PhantomData<T: PointeeSized>;

impl<T: PointeeSized> Hash for PhantomData<T> {
    #[inline]
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

impl<T: PointeeSized> cmp::PartialEq for PhantomData<T> {
    fn eq(&self, _other: &PhantomData<T>) -> bool {
        true
    }
}

impl<T: PointeeSized> cmp::Eq for PhantomData<T> {}

impl<T: PointeeSized> cmp::PartialOrd for PhantomData<T> {
    fn partial_cmp(&self, _other: &PhantomData<T>) -> Option<cmp::Ordering> {
        Option::Some(cmp::Ordering::Equal)
    }
}

impl<T: PointeeSized> cmp::Ord for PhantomData<T> {
    fn cmp(&self, _other: &PhantomData<T>) -> cmp::Ordering {
        cmp::Ordering::Equal
    }
}

impl<T: PointeeSized> Copy for PhantomData<T> {}

impl<T: PointeeSized> Clone for PhantomData<T> {
    fn clone(&self) -> Self {
        Self
    }
}

unsafe impl<T: PointeeSized> TrivialClone for PhantomData<T> {}

impl<T: PointeeSized> Default for PhantomData<T> {
    fn default() -> Self {
        Self
    }
}

impl<T: PointeeSized> StructuralPartialEq for PhantomData<T> {}

#[lang = "discriminant_kind"]
#[rustc_deny_explicit_impl]
#[rustc_dyn_incompatible_trait]
pub trait DiscriminantKind {
    #[lang = "discriminant_type"]
    type Discriminant: Clone + Copy + Debug + Eq + PartialEq + Hash + Send + Sync + Unpin;
}

#[lang = "freeze"]
pub unsafe auto trait Freeze {}

impl<T: PointeeSized> !Freeze for UnsafeCell<T> {}
marker_impls! {
    unsafe Freeze for
        {T: PointeeSized} PhantomData<T>,
        {T: PointeeSized} *const T,
        {T: PointeeSized} *mut T,
        {T: PointeeSized} &T,
        {T: PointeeSized} &mut T,
}

#[lang = "unsafe_unpin"]
pub unsafe auto trait UnsafeUnpin {}

#[lang = "unpin"]
pub auto trait Unpin {}

#[derive(Debug, Default, Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct PhantomPinned;

impl !Unpin for PhantomPinned {}
impl !UnsafeUnpin for PhantomPinned {}

marker_impls! {
    Unpin for
        {T: PointeeSized} &T,
        {T: PointeeSized} &mut T,
        {T: PointeeSized} *const T,
        {T: PointeeSized} *mut T,
}

#[lang = "destruct"]
#[rustc_deny_explicit_impl]
#[rustc_dyn_incompatible_trait]
pub trait Destruct: PointeeSized {}

#[lang = "tuple_trait"]
#[rustc_deny_explicit_impl]
#[rustc_dyn_incompatible_trait]
pub trait Tuple {}

#[lang = "const_param_ty"]
pub trait ConstParamTy_: StructuralPartialEq + Eq {}

#[rustc_builtin_macro]
#[macro_export]
#[doc(hidden)]
macro_rules! ConstParamTy {
    ($item:item) => {};
}
pub use crate::ConstParamTy;

marker_impls! {
    ConstParamTy_ for
        usize, u8, u16, u32, u64, u128,
        isize, i8, i16, i32, i64, i128,
        bool, char, (),
        {T: ConstParamTy_, const N: usize} [T; N],
}

#[lang = "fn_ptr_trait"]
#[rustc_deny_explicit_impl]
#[rustc_dyn_incompatible_trait]
pub trait FnPtr: Copy + Clone {
    #[lang = "fn_ptr_addr"]
    fn addr(self) -> *const ();
}
