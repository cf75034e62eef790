// An array length may be a const of a trait that another impl is for; `pin!` makes its variable with `super let`.
use std::{
    future::Future,
    mem::MaybeUninit,
    pin::pin,
    task::{Context, Poll, Waker},
};
trait Ext: Future {
    fn now(self) -> Option<Self::Output>
    where
        Self: Sized,
    {
        let mut cx = Context::from_waker(Waker::noop());
        let this = pin!(self);
        match this.poll(&mut cx) {
            Poll::Ready(x) => Some(x),
            _ => None,
        }
    }
}
impl<F: Future> Ext for F {}
trait Sealed {
    type Buffer: 'static;
    fn fill(self, b: &mut Self::Buffer) -> usize;
}
trait Int: Sealed {
    const LEN: usize;
}
macro_rules! ints { ($($t:ident)*) => {$( impl Int for $t { const LEN: usize = $t::MAX.ilog10() as usize + 1; } impl Sealed for $t { type Buffer = [MaybeUninit<u8>; Self::LEN]; fn fill(self, b: &mut Self::Buffer) -> usize { b.len() + b.as_ptr() as usize } } )*} }
ints!(u8 u64);
struct Buf {
    bytes: [MaybeUninit<u8>; 40],
}
impl Buf {
    fn put<I: Int>(&mut self, i: I) -> usize {
        let p = self.bytes.as_mut_ptr().cast::<I::Buffer>();
        i.fill(unsafe { &mut *p })
    }
}
fn main() {
    let s = String::from("x");
    println!("{:?}", async { s.len() }.now());
    let mut b = Buf {
        bytes: [MaybeUninit::uninit(); 40],
    };
    println!("{}", b.put(3u8) + b.put(4u64) + 10u32.ilog2() as usize);
}

//~ MONO_ITEM fn <u64 as Sealed>::fill
//~ MONO_ITEM fn <u8 as Sealed>::fill
//~ MONO_ITEM fn <{async block@lengths_from_other_traits.rs:42:22: 42:27} as Ext>::now
//~ MONO_ITEM fn Buf::put::<u64>
//~ MONO_ITEM fn Buf::put::<u8>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{async block@lengths_from_other_traits.rs:42:22: 42:27}> - shim(Some({async block@lengths_from_other_traits.rs:42:22: 42:27}))
