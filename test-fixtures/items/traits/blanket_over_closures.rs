// An impl for every closure of a signature.
trait Handler<A> {
    fn handle(&self, arg: A) -> usize;
}

impl<A, F: Fn(A) -> R, R: Into<usize>> Handler<A> for F {
    fn handle(&self, arg: A) -> usize {
        self(arg).into()
    }
}

fn run<A>(handler: &impl Handler<A>, arg: A) -> usize {
    handler.handle(arg)
}

fn small(n: u8) -> u8 {
    n
}

fn main() {
    run(&|s: &str| s.len(), "x");
    run(&small, 1);
    let boxed: Box<dyn Handler<u16>> = Box::new(|n: u16| n);
    boxed.handle(3);
}

//~ MONO_ITEM fn <fn(u8) -> u8 {small} as Handler<u8>>::handle
//~ MONO_ITEM fn <fn(u8) -> u8 {small} as std::ops::Fn<(u8,)>>::call - shim(fn(u8) -> u8 {small})
//~ MONO_ITEM fn <{closure@blanket_over_closures.rs:21:10: 21:19} as Handler<&str>>::handle
//~ MONO_ITEM fn <{closure@blanket_over_closures.rs:23:49: 23:57} as Handler<u16>>::handle
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn run::<&str, {closure@blanket_over_closures.rs:21:10: 21:19}>
//~ MONO_ITEM fn run::<u8, fn(u8) -> u8 {small}>
//~ MONO_ITEM fn small
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn Handler<u16>> - shim(Some(dyn Handler<u16>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn Handler<u16>>> - shim(Some(std::boxed::Box<dyn Handler<u16>>))
