//@ crate-type: lib
//@ compile-flags: -Cincremental=$SCRATCH/inc
//@ check-cgus
// A generic function is compiled by others, so the static of a thread that it reads must be there for them to link to,
// also where it reads it by way of a constant.
#![feature(thread_local)]
use std::cell::Cell;

#[thread_local]
static COUNT: Cell<usize> = Cell::new(0);
#[thread_local]
static OTHER: Cell<usize> = Cell::new(0);
#[thread_local]
static OWN: Cell<usize> = Cell::new(0);

const GET: fn() -> usize = const { || OTHER.get() };

pub fn counted<T>(value: T) -> T {
    COUNT.set(GET() + 1);
    value
}

pub fn one() {
    OWN.set(1);
}

//~ MONO_ITEM fn one @@ thread_locals_of_generics[External]
//~ MONO_ITEM static COUNT @@ thread_locals_of_generics[External]
//~ MONO_ITEM static OTHER @@ thread_locals_of_generics[External]
//~ MONO_ITEM static OWN @@ thread_locals_of_generics[Internal]
