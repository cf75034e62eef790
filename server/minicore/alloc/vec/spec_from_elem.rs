//! `vec![elem; n]`.

use super::Vec;
use crate::alloc::Allocator;
use crate::raw_vec::RawVec;

pub(super) trait SpecFromElem: Sized {
    fn from_elem<A: Allocator>(elem: Self, n: usize, alloc: A) -> Vec<Self, A>;
}

impl<T: Clone> SpecFromElem for T {
    #[track_caller]
    default fn from_elem<A: Allocator>(elem: Self, n: usize, alloc: A) -> Vec<Self, A> {
        let mut v = Vec::with_capacity_in(n, alloc);
        v.extend_with(n, elem);
        v
    }
}

macro_rules! from_zeroed {
    ($($t:ty, $zero:expr;)*) => {$(
        impl SpecFromElem for $t {
            #[track_caller]
            fn from_elem<A: Allocator>(elem: Self, n: usize, alloc: A) -> Vec<Self, A> {
                if elem == $zero {
                    return Vec { buf: RawVec::with_capacity_zeroed_in(n, alloc), len: n };
                }
                let mut v = Vec::with_capacity_in(n, alloc);
                v.extend_with(n, elem);
                v
            }
        }
    )*};
}

from_zeroed! {
    i8, 0;
    u8, 0;
    i16, 0;
    u16, 0;
    i32, 0;
    u32, 0;
    i64, 0;
    u64, 0;
    i128, 0;
    u128, 0;
    isize, 0;
    usize, 0;
    bool, false;
    char, '\0';
}
