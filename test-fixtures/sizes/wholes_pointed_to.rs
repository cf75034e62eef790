//@ crate-type: lib
//@ compile-flags: -Copt-level=3 -Cdebuginfo=2
// What a debugger is told a reference to stays whole, even if another one that is told stands between.
pub struct Inner {
    state: u32,
}

pub struct Outer {
    first: u32,
    inner: Inner,
}

#[derive(Clone, Copy)]
pub struct Pinned<T> {
    pointer: T,
}

pub trait Reach {
    type Target;
    fn reach(&self) -> &Self::Target;
}

impl<T> Reach for &T {
    type Target = T;
    #[inline(always)]
    fn reach(&self) -> &T {
        *self
    }
}

impl<P: Reach> Pinned<P> {
    #[inline(always)]
    fn as_ref(&self) -> Pinned<&P::Target> {
        Pinned { pointer: self.pointer.reach() }
    }
}

impl<'a, T> Pinned<&'a T> {
    #[inline(always)]
    fn inner(self) -> &'a T {
        self.pointer
    }
}

impl<P: Reach> Reach for Pinned<P> {
    type Target = P::Target;
    #[inline(always)]
    fn reach(&self) -> &P::Target {
        Pinned::inner(Pinned::as_ref(self))
    }
}

#[inline(never)]
pub fn swap(_: &u32, value: u32) -> u32 {
    value
}

#[inline(always)]
fn unpark(this: Pinned<&Inner>) -> bool {
    swap(&this.reach().state, 3) == 4
}

#[inline(never)]
pub fn run(outer: &Outer) -> bool {
    unpark(Pinned { pointer: &outer.inner })
}

//~ SIZE 12 run
//~ SIZE 2 swap
