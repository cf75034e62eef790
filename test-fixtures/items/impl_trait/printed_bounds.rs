// A function that returns impl Trait has the bounds in its type.
use std::{
    fmt::Debug,
    future::Future,
    pin::pin,
    task::{Context, Poll, Waker},
};
async fn work(n: u8) -> Result<u8, String> {
    if n > 3 {
        Err(n.to_string())
    } else {
        Ok(n)
    }
}
async fn unit<T: Debug>(_: T) {}
fn adder(n: u8) -> impl Fn(u8, u16) -> u8 {
    move |m, _| n + m
}
fn runs() -> impl FnMut() {
    || {}
}
fn items(n: usize) -> impl Iterator<Item = usize> + Clone {
    0..n
}
fn dbl<T: Into<u64>>(t: T) -> impl DoubleEndedIterator<Item = u64> + ExactSizeIterator {
    [t.into()].into_iter()
}
fn asref() -> impl AsRef<str> + Debug {
    "x"
}
fn both() -> impl Fn(u8) -> u8 + Clone + Send {
    |x| x
}
fn size<F>(_: F) -> usize {
    std::mem::size_of::<F>()
}
fn then<F: FnOnce(u8) -> G, G: Future>(f: F) -> Option<G::Output> {
    let g = pin!(f(1));
    match g.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(x) => Some(x),
        _ => None,
    }
}
fn main() {
    then(work);
    then(unit::<u8>);
    size(work);
    size(adder);
    size(runs);
    size(items);
    size(dbl::<u32>);
    size(asref);
    size(both);
}

//~ MONO_ITEM fn <fn(u8) -> impl std::future::Future<Output = ()> {unit::<u8>} as std::ops::FnOnce<(u8,)>>::call_once - shim(fn(u8) -> impl std::future::Future<Output = ()> {unit::<u8>})
//~ MONO_ITEM fn <fn(u8) -> impl std::future::Future<Output = std::result::Result<u8, std::string::String>> {work} as std::ops::FnOnce<(u8,)>>::call_once - shim(fn(u8) -> impl std::future::Future<Output = std::result::Result<u8, std::string::String>> {work})
//~ MONO_ITEM fn main
//~ MONO_ITEM fn size::<fn() -> impl (Fn(u8) -> u8) + std::clone::Clone + std::marker::Send {both}>
//~ MONO_ITEM fn size::<fn() -> impl FnMut() {runs}>
//~ MONO_ITEM fn size::<fn() -> impl std::convert::AsRef<str> + std::fmt::Debug {asref}>
//~ MONO_ITEM fn size::<fn(u32) -> impl std::iter::DoubleEndedIterator + std::iter::Iterator<Item = u64> + std::iter::ExactSizeIterator {dbl::<u32>}>
//~ MONO_ITEM fn size::<fn(u8) -> impl Fn(u8, u16) -> u8 {adder}>
//~ MONO_ITEM fn size::<fn(u8) -> impl std::future::Future<Output = std::result::Result<u8, std::string::String>> {work}>
//~ MONO_ITEM fn size::<fn(usize) -> impl std::iter::Iterator<Item = usize> + std::clone::Clone {items}>
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::result::Result<u8, std::string::String>>> - shim(Some(std::option::Option<std::result::Result<u8, std::string::String>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::result::Result<u8, std::string::String>> - shim(Some(std::result::Result<u8, std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{async fn body of unit<u8>()}> - shim(Some({async fn body of unit<u8>()}))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{async fn body of work()}> - shim(Some({async fn body of work()}))
//~ MONO_ITEM fn then::<fn(u8) -> impl std::future::Future<Output = ()> {unit::<u8>}, {async fn body of unit<u8>()}>
//~ MONO_ITEM fn then::<fn(u8) -> impl std::future::Future<Output = std::result::Result<u8, std::string::String>> {work}, {async fn body of work()}>
//~ MONO_ITEM fn unit::<u8>
//~ MONO_ITEM fn unit::<u8>::{closure#0}
//~ MONO_ITEM fn work
//~ MONO_ITEM fn work::{closure#0}
