//@ compile-flags: -Copt-level=3
//@ crate-type: lib
//@ aux: wrappers.rs
// A constructor that is passed as a function is inlined in its own crate alone.
use wrappers::{Either, Number, Wrap};

pub struct Own<T>(pub T);

#[inline(never)]
pub fn own(value: Option<u8>) -> Option<Own<u8>> {
    value.map(Own)
}

#[inline(never)]
pub fn of_another(value: Option<u8>) -> Option<Wrap<u8>> {
    value.map(Wrap)
}

#[inline(never)]
pub fn variant(value: Option<u8>) -> Option<Either<u8>> {
    value.map(Either::Left)
}

#[inline(never)]
pub fn not_generic(value: Option<u8>) -> Option<Number> {
    value.map(Number)
}

#[inline(never)]
pub fn of_std(value: Option<u16>) -> Option<Result<u16, ()>> {
    value.map(Ok)
}

#[inline(never)]
pub fn inlined_there(value: Option<u32>) -> Option<Wrap<u32>> {
    wrappers::wrapped(value)
}

//~ MONO_ITEM fn inlined_there
//~ MONO_ITEM fn not_generic
//~ MONO_ITEM fn of_another
//~ MONO_ITEM fn of_std
//~ MONO_ITEM fn own
//~ MONO_ITEM fn variant
//~ MONO_ITEM fn wrappers::Either::<u8>::Left
//~ MONO_ITEM fn wrappers::Number
//~ MONO_ITEM fn wrappers::Wrap::<u32>
//~ MONO_ITEM fn wrappers::Wrap::<u8>
