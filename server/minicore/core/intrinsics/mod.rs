//! Functions whose bodies are in the code generator. Only those that this crate or user code names.

use crate::marker::{DiscriminantKind, PointeeSized, Tuple};
use crate::ptr;

/// The memory orders as const arguments of the atomic intrinsics.
#[derive(Debug, crate::marker::ConstParamTy, PartialEq, Eq)]
pub enum AtomicOrdering {
    Relaxed = 0,
    Release = 1,
    Acquire = 2,
    AcqRel = 3,
    SeqCst = 4,
}

#[rustc_intrinsic]
pub unsafe fn atomic_cxchg<T: Copy, const ORD_SUCC: AtomicOrdering, const ORD_FAIL: AtomicOrdering>(
    dst: *mut T,
    old: T,
    src: T,
) -> (T, bool);

#[rustc_intrinsic]
pub unsafe fn atomic_load<T: Copy, const ORD: AtomicOrdering>(src: *const T) -> T;

#[rustc_intrinsic]
pub unsafe fn atomic_store<T: Copy, const ORD: AtomicOrdering>(dst: *mut T, val: T);

#[rustc_intrinsic]
pub unsafe fn atomic_xchg<T: Copy, const ORD: AtomicOrdering>(dst: *mut T, src: T) -> T;

#[rustc_intrinsic]
pub unsafe fn atomic_xadd<T: Copy, U: Copy, const ORD: AtomicOrdering>(dst: *mut T, src: U) -> T;

#[rustc_intrinsic]
pub unsafe fn atomic_xsub<T: Copy, U: Copy, const ORD: AtomicOrdering>(dst: *mut T, src: U) -> T;

#[rustc_intrinsic]
pub unsafe fn atomic_and<T: Copy, U: Copy, const ORD: AtomicOrdering>(dst: *mut T, src: U) -> T;

#[rustc_intrinsic]
pub unsafe fn atomic_nand<T: Copy, U: Copy, const ORD: AtomicOrdering>(dst: *mut T, src: U) -> T;

#[rustc_intrinsic]
pub unsafe fn atomic_or<T: Copy, U: Copy, const ORD: AtomicOrdering>(dst: *mut T, src: U) -> T;

#[rustc_intrinsic]
pub unsafe fn atomic_xor<T: Copy, U: Copy, const ORD: AtomicOrdering>(dst: *mut T, src: U) -> T;

#[rustc_intrinsic]
pub unsafe fn atomic_max<T: Copy, const ORD: AtomicOrdering>(dst: *mut T, src: T) -> T;

#[rustc_intrinsic]
pub unsafe fn atomic_min<T: Copy, const ORD: AtomicOrdering>(dst: *mut T, src: T) -> T;

#[rustc_intrinsic]
pub unsafe fn atomic_umin<T: Copy, const ORD: AtomicOrdering>(dst: *mut T, src: T) -> T;

#[rustc_intrinsic]
pub unsafe fn atomic_umax<T: Copy, const ORD: AtomicOrdering>(dst: *mut T, src: T) -> T;

#[rustc_intrinsic]
pub unsafe fn atomic_fence<const ORD: AtomicOrdering>();

#[rustc_intrinsic]
#[rustc_nounwind]
pub fn abort() -> !;

#[rustc_intrinsic]
pub const unsafe fn unreachable() -> !;

#[rustc_intrinsic]
pub const unsafe fn assume(b: bool) {}

#[rustc_intrinsic]
pub const fn cold_path() {}

#[rustc_intrinsic]
pub const fn assert_inhabited<T>();

#[rustc_intrinsic]
pub const fn assert_zero_valid<T>();

#[rustc_intrinsic]
pub const fn assert_mem_uninitialized_valid<T>();

#[rustc_intrinsic]
pub const fn caller_location() -> &'static crate::panic::Location<'static>;

#[rustc_intrinsic]
pub const fn forget<T: ?Sized>(_: T);

#[rustc_intrinsic]
pub const unsafe fn transmute<Src, Dst>(src: Src) -> Dst;

#[rustc_intrinsic]
pub const unsafe fn transmute_unchecked<Src, Dst>(src: Src) -> Dst;

#[rustc_intrinsic]
pub const fn needs_drop<T: ?Sized>() -> bool;

#[rustc_intrinsic]
pub const unsafe fn offset<Ptr: bounds::BuiltinDeref, Delta>(dst: Ptr, offset: Delta) -> Ptr;

#[rustc_intrinsic]
pub const unsafe fn arith_offset<T>(dst: *const T, offset: isize) -> *const T;

#[rustc_intrinsic]
pub unsafe fn volatile_load<T>(src: *const T) -> T;

#[rustc_intrinsic]
pub unsafe fn volatile_store<T>(dst: *mut T, val: T);

#[rustc_intrinsic]
pub const fn ctpop<T: Copy>(x: T) -> u32;

#[rustc_intrinsic]
pub const fn ctlz<T: Copy>(x: T) -> u32;

#[rustc_intrinsic]
pub const fn cttz<T: Copy>(x: T) -> u32;

#[rustc_intrinsic]
pub const fn bswap<T: Copy>(x: T) -> T;

#[rustc_intrinsic]
pub const fn bitreverse<T: Copy>(x: T) -> T;

#[rustc_intrinsic]
pub const fn three_way_compare<T: Copy>(lhs: T, rhs: T) -> crate::cmp::Ordering;

#[rustc_intrinsic]
pub const fn add_with_overflow<T: Copy>(x: T, y: T) -> (T, bool);

#[rustc_intrinsic]
pub const fn sub_with_overflow<T: Copy>(x: T, y: T) -> (T, bool);

#[rustc_intrinsic]
pub const fn mul_with_overflow<T: Copy>(x: T, y: T) -> (T, bool);

#[rustc_intrinsic]
pub const unsafe fn unchecked_shl<T: Copy, U: Copy>(x: T, y: U) -> T;

#[rustc_intrinsic]
pub const unsafe fn unchecked_shr<T: Copy, U: Copy>(x: T, y: U) -> T;

#[rustc_intrinsic]
pub const unsafe fn unchecked_add<T: Copy>(x: T, y: T) -> T;

#[rustc_intrinsic]
pub const unsafe fn unchecked_sub<T: Copy>(x: T, y: T) -> T;

#[rustc_intrinsic]
pub const unsafe fn unchecked_mul<T: Copy>(x: T, y: T) -> T;

#[rustc_intrinsic]
pub const fn wrapping_add<T: Copy>(a: T, b: T) -> T;

#[rustc_intrinsic]
pub const fn wrapping_sub<T: Copy>(a: T, b: T) -> T;

#[rustc_intrinsic]
pub const fn wrapping_mul<T: Copy>(a: T, b: T) -> T;

#[rustc_intrinsic]
pub const fn saturating_add<T: Copy>(a: T, b: T) -> T;

#[rustc_intrinsic]
pub const fn saturating_sub<T: Copy>(a: T, b: T) -> T;

#[rustc_intrinsic]
pub const unsafe fn read_via_copy<T>(ptr: *const T) -> T;

#[rustc_intrinsic]
pub const unsafe fn write_via_move<T>(ptr: *mut T, value: T);

#[rustc_intrinsic]
pub const fn discriminant_value<T>(v: &T) -> <T as DiscriminantKind>::Discriminant;

#[rustc_intrinsic]
pub unsafe fn catch_unwind(try_fn: fn(*mut u8), data: *mut u8, catch_fn: fn(*mut u8, *mut u8)) -> i32;

#[rustc_intrinsic]
pub const unsafe fn ptr_offset_from<T>(ptr: *const T, base: *const T) -> isize;

#[rustc_intrinsic]
pub const unsafe fn ptr_offset_from_unsigned<T>(ptr: *const T, base: *const T) -> usize;

#[rustc_intrinsic]
pub const unsafe fn compare_bytes(left: *const u8, right: *const u8, bytes: usize) -> i32;

#[rustc_intrinsic]
pub const fn black_box<T>(dummy: T) -> T;

#[rustc_intrinsic]
pub const fn const_eval_select<ARG: Tuple, F, G, RET>(
    _arg: ARG,
    _called_in_const: F,
    _called_at_rt: G,
) -> RET
where
    G: FnOnce<ARG, Output = RET>,
    F: FnOnce<ARG, Output = RET>;

#[rustc_intrinsic]
pub unsafe fn vtable_size(ptr: *const ()) -> usize;

#[rustc_intrinsic]
pub unsafe fn vtable_align(ptr: *const ()) -> usize;

#[rustc_intrinsic]
pub const fn size_of<T>() -> usize;

#[rustc_intrinsic]
pub const fn align_of<T>() -> usize;

#[rustc_intrinsic]
pub const fn variant_count<T>() -> usize;

#[rustc_intrinsic]
pub const unsafe fn size_of_val<T: ?Sized>(ptr: *const T) -> usize;

#[rustc_intrinsic]
pub const unsafe fn align_of_val<T: ?Sized>(ptr: *const T) -> usize;

#[rustc_intrinsic]
pub const fn type_name<T: ?Sized>() -> &'static str;

#[rustc_intrinsic]
pub const fn type_id<T: ?Sized>() -> crate::any::TypeId;

#[rustc_intrinsic]
pub const fn aggregate_raw_ptr<P: bounds::BuiltinDeref, D, M>(data: D, meta: M) -> P
where
    <P as bounds::BuiltinDeref>::Pointee: ptr::Pointee<Metadata = M>;

#[rustc_intrinsic]
pub const fn ptr_metadata<P: ptr::Pointee<Metadata = M> + PointeeSized, M>(ptr: *const P) -> M;

#[rustc_intrinsic]
pub const unsafe fn copy_nonoverlapping<T>(src: *const T, dst: *mut T, count: usize);

#[rustc_intrinsic]
pub const unsafe fn copy<T>(src: *const T, dst: *mut T, count: usize);

#[rustc_intrinsic]
pub const unsafe fn write_bytes<T>(dst: *mut T, val: u8, count: usize);

#[rustc_intrinsic]
pub fn sqrtf32(x: f32) -> f32;

#[rustc_intrinsic]
pub fn sqrtf64(x: f64) -> f64;

#[rustc_intrinsic]
pub fn sinf32(x: f32) -> f32;

#[rustc_intrinsic]
pub fn sinf64(x: f64) -> f64;

#[rustc_intrinsic]
pub fn cosf32(x: f32) -> f32;

#[rustc_intrinsic]
pub fn cosf64(x: f64) -> f64;

#[rustc_intrinsic]
pub fn expf32(x: f32) -> f32;

#[rustc_intrinsic]
pub fn expf64(x: f64) -> f64;

#[rustc_intrinsic]
pub fn exp2f32(x: f32) -> f32;

#[rustc_intrinsic]
pub fn exp2f64(x: f64) -> f64;

#[rustc_intrinsic]
pub fn logf32(x: f32) -> f32;

#[rustc_intrinsic]
pub fn logf64(x: f64) -> f64;

#[rustc_intrinsic]
pub fn log10f32(x: f32) -> f32;

#[rustc_intrinsic]
pub fn log10f64(x: f64) -> f64;

#[rustc_intrinsic]
pub fn log2f32(x: f32) -> f32;

#[rustc_intrinsic]
pub fn log2f64(x: f64) -> f64;

#[rustc_intrinsic]
pub fn powif32(a: f32, x: i32) -> f32;

#[rustc_intrinsic]
pub fn powf32(a: f32, x: f32) -> f32;

#[rustc_intrinsic]
pub const fn fmaf32(a: f32, b: f32, c: f32) -> f32;

#[rustc_intrinsic]
pub fn powif64(a: f64, x: i32) -> f64;

#[rustc_intrinsic]
pub fn powf64(a: f64, x: f64) -> f64;

#[rustc_intrinsic]
pub const fn fmaf64(a: f64, b: f64, c: f64) -> f64;

#[rustc_intrinsic]
pub const fn floorf32(x: f32) -> f32;

#[rustc_intrinsic]
pub const fn floorf64(x: f64) -> f64;

#[rustc_intrinsic]
pub const fn ceilf32(x: f32) -> f32;

#[rustc_intrinsic]
pub const fn ceilf64(x: f64) -> f64;

#[rustc_intrinsic]
pub const fn truncf32(x: f32) -> f32;

#[rustc_intrinsic]
pub const fn truncf64(x: f64) -> f64;

#[rustc_intrinsic]
pub const fn roundf32(x: f32) -> f32;

#[rustc_intrinsic]
pub const fn roundf64(x: f64) -> f64;

#[rustc_intrinsic]
pub const fn fabsf32(x: f32) -> f32;

#[rustc_intrinsic]
pub const fn fabsf64(x: f64) -> f64;

#[rustc_intrinsic]
pub const fn minnumf32(x: f32, y: f32) -> f32;

#[rustc_intrinsic]
pub const fn minnumf64(x: f64, y: f64) -> f64;

#[rustc_intrinsic]
pub const fn maxnumf32(x: f32, y: f32) -> f32;

#[rustc_intrinsic]
pub const fn maxnumf64(x: f64, y: f64) -> f64;

#[rustc_intrinsic]
pub const fn copysignf32(x: f32, y: f32) -> f32;

#[rustc_intrinsic]
pub const fn copysignf64(x: f64, y: f64) -> f64;

/// Bounds that keep pointer intrinsics to pointers.
mod bounds {
    use crate::marker::PointeeSized;

    pub trait BuiltinDeref: Sized {
        type Pointee: PointeeSized;
    }

    impl<T: PointeeSized> BuiltinDeref for &mut T {
        type Pointee = T;
    }

    impl<T: PointeeSized> BuiltinDeref for &T {
        type Pointee = T;
    }

    impl<T: PointeeSized> BuiltinDeref for *mut T {
        type Pointee = T;
    }

    impl<T: PointeeSized> BuiltinDeref for *const T {
        type Pointee = T;
    }
}
