// On the way from one type's bits to another's, the type in the middle stays where it has fewer values than either end; and
// a null pointer is the same value wherever it comes from.
//@ compile-flags: -Copt-level=3
//@ crate-type: lib
use std::cell::UnsafeCell;
#[derive(Clone, Copy)]
#[repr(u32)]
pub enum Power {
    A = 1,
    B = 2,
    C = 4,
}
#[derive(Clone, Copy)]
#[repr(u32)]
pub enum All {
    A = 0,
    B = 0xffff_ffff,
}
#[inline(never)]
pub fn narrow(x: u32) -> (Power, char) {
    let p: Power = unsafe { core::mem::transmute(x) };
    (p, unsafe { core::mem::transmute(p) })
}
#[inline(never)]
pub fn wide(x: u32) -> (All, char) {
    let p: All = unsafe { core::mem::transmute(x) };
    (p, unsafe { core::mem::transmute(p) })
}
pub struct Cell<T>(UnsafeCell<*mut T>);
#[inline]
fn empty<T>() -> Cell<T> {
    Cell(UnsafeCell::new(0 as *mut T))
}
#[inline]
fn one<T>() -> Cell<T> {
    Cell(UnsafeCell::new(1 as *mut T))
}
#[inline(never)]
pub fn equal<T>() -> (Cell<T>, Cell<T>) {
    (empty(), empty())
}
#[inline(never)]
pub fn unequal<T>() -> (Cell<T>, Cell<T>) {
    (empty(), one())
}
pub fn main() {
    equal::<u8>();
    unequal::<u8>();
}

//~ SIZE 20 unequal
//~ SIZE 5 equal
//~ SIZE 6 narrow
//~ SIZE 6 wide
//~ SIZE 7 main
