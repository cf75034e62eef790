// With this feature, which core and alloc ask for, what is moved out of is known not to be dropped before drops are
// elaborated: what such a drop would leave behind when it panics is not cleaned up.
//@ compile-flags: -Copt-level=3
//@ crate-type: lib
#![feature(const_precise_live_drops)]
#[inline(never)]
pub fn step<A, B>(mut acc: A, more: bool, f: impl Fn(A) -> Result<A, B>) -> Result<A, B> {
    if more {
        acc = f(acc)?;
    }
    Ok(acc)
}
#[inline(never)]
pub fn pick<A, B>(pair: (A, B), first: bool, keep: impl FnOnce(A)) -> Option<B> {
    if first {
        keep(pair.0);
        return None;
    }
    Some(pair.1)
}
#[inline(never)]
fn next(text: Box<u8>) -> Result<Box<u8>, u8> {
    Ok(text)
}
#[inline(never)]
fn keep(_: Box<u8>) {}
pub fn main() {
    let _ = step(Box::new(1), true, next);
    pick((Box::new(1), Box::new(2)), true, keep);
}

//~ SIZE 2 keep
//~ SIZE 2 next
//~ SIZE 23 main
//~ SIZE 29 pick
//~ SIZE 51 step
