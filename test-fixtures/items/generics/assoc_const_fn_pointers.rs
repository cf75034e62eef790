// Function pointers in associated consts, chosen by type.
trait Handler {
    const NAME: &'static str;
    const RUN: fn(u8) -> u8;
    const ALL: &'static [fn(u8) -> u8] = &[Self::RUN, shared::<Self>];
}
fn shared<T: ?Sized>(n: u8) -> u8 {
    n
}
fn inc(n: u8) -> u8 {
    n + 1
}
struct A;
struct B<T>(T);
impl Handler for A {
    const NAME: &'static str = "a";
    const RUN: fn(u8) -> u8 = inc;
}
impl<T: Default> Handler for B<T> {
    const NAME: &'static str = "b";
    const RUN: fn(u8) -> u8 = |n| {
        T::default();
        n
    };
}
fn run<H: Handler>() -> usize {
    H::ALL.iter().map(|f| f(1) as usize).sum::<usize>() + H::NAME.len()
}
fn main() {
    run::<A>();
    run::<B<u16>>();
}

//~ MONO_ITEM fn <B<u16> as Handler>::RUN::{closure#0}
//~ MONO_ITEM fn <{closure@assoc_const_fn_pointers.rs:21:31: 21:34} as std::ops::FnOnce<(u8,)>>::call_once - shim
//~ MONO_ITEM fn inc
//~ MONO_ITEM fn main
//~ MONO_ITEM fn run::<A>
//~ MONO_ITEM fn run::<A>::{closure#0}
//~ MONO_ITEM fn run::<B<u16>>
//~ MONO_ITEM fn run::<B<u16>>::{closure#0}
//~ MONO_ITEM fn shared::<A>
//~ MONO_ITEM fn shared::<B<u16>>
