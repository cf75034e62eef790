//@ compile-flags: -Copt-level=3
//@ crate-type: lib
// What an inlined body brings is looked at again, to a depth; functions that call each other are left alone.
extern "C" {
    fn sink(n: u32) -> u32;
}

trait Step {
    fn step(&self) -> u32;
    fn twice(&self) -> u32 {
        self.step() + self.step()
    }
}

struct Unit;

impl Step for Unit {
    fn step(&self) -> u32 {
        unsafe { sink(1) }
    }
}

struct Outer<T>(T);

impl<T: Step> Step for Outer<T> {
    fn step(&self) -> u32 {
        self.0.step()
    }
}

fn even<T>(n: u32) -> bool {
    if n == 0 { true } else { odd::<T>(n - 1) }
}

fn odd<T>(n: u32) -> bool {
    if n == 0 { false } else { even::<T>(n - 1) }
}

fn recursive<T>(n: u32) -> u32 {
    if n == 0 { 0 } else { recursive::<T>(n - 1) }
}

fn over<F: Fn(u32) -> u32>(f: F) -> u32 {
    inner(&f)
}

fn inner<F: Fn(u32) -> u32>(f: &F) -> u32 {
    f(3)
}

pub fn start(flag: bool) -> u32 {
    even::<u8>(3);
    recursive::<u8>(3);
    over(|n| unsafe { sink(n) });
    Outer(Outer(Unit)).step() + Outer(Unit).twice()
}

//~ MONO_ITEM fn <Outer<Unit> as Step>::step
//~ MONO_ITEM fn <Unit as Step>::step
//~ MONO_ITEM fn even::<u8>
//~ MONO_ITEM fn odd::<u8>
//~ MONO_ITEM fn over::<{closure@nested.rs:54:10: 54:13}>
//~ MONO_ITEM fn recursive::<u8>
//~ MONO_ITEM fn start
//~ MONO_ITEM fn start::{closure#0}
