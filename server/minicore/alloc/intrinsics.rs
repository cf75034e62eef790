//! Functions whose bodies are in the compiler.

use core::mem::MaybeUninit;

use crate::boxed::Box;

#[rustc_intrinsic]
pub fn write_box_via_move<T>(b: Box<MaybeUninit<T>>, x: T) -> Box<MaybeUninit<T>>;
