//@ compile-flags: -Copt-level=3
//@ crate-type: lib
// A type that is not known yet may be a trait object where an impl is for those, too: its methods are not inlined.
pub trait Tools: Iterator {
    fn small(&self) -> u32 {
        3
    }
}

impl<T: Iterator + ?Sized> Tools for T {}

pub trait Sizes: Iterator {
    fn small_too(&self) -> u32 {
        4
    }
}

impl<T: Iterator> Sizes for T {}

#[inline(never)]
pub fn of_parameter<I: Iterator>(it: &I) -> u32 {
    it.small()
}

#[inline(never)]
pub fn of_sized<I: Iterator>(it: &I) -> u32 {
    it.small_too()
}

#[inline(never)]
pub fn of_associated<I: IntoIterator>(it: &I::IntoIter) -> u32 {
    it.small()
}

#[inline(never)]
pub fn of_reference<I: Iterator>(it: &&mut I) -> u32 {
    it.small()
}

pub fn user(it: &std::slice::Iter<u8>) -> u32 {
    of_parameter(it) + of_sized(it) + of_associated::<std::slice::Iter<u8>>(it)
}

//~ SIZE 14 user
//~ SIZE 2 Tools::small
//~ SIZE 2 of_associated
//~ SIZE 2 of_parameter
//~ SIZE 2 of_sized
