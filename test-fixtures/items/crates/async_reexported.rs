//@ aux: private_parts.rs
//@ edition: 2021
use std::future::Future;

fn take<T>(_: T) {}
fn object(future: impl Future + 'static) -> Box<dyn Future<Output = ()>> {
    Box::new(async move {
        future.await;
    })
}

fn main() {
    take(private_parts::run());
    take(private_parts::generic(1u8));
    take(private_parts::plain());
    let _ = object(private_parts::run());
    let _ = object(private_parts::generic('c'));
}

//~ MONO_ITEM fn main
//~ MONO_ITEM fn private_parts::generic::<char>
//~ MONO_ITEM fn private_parts::generic::<char>::{closure#0}
//~ MONO_ITEM fn private_parts::generic::<u8>
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn std::future::Future<Output = ()>> - shim(Some(dyn std::future::Future<Output = ()>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn std::future::Future<Output = ()>>> - shim(Some(std::boxed::Box<dyn std::future::Future<Output = ()>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{async block@async_reexported.rs:7:14: 7:24}> - shim(Some({async block@async_reexported.rs:7:14: 7:24}))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{async fn body of private_parts::generic<char>()}> - shim(Some({async fn body of private_parts::generic<char>()}))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{async fn body of private_parts::generic<u8>()}> - shim(Some({async fn body of private_parts::generic<u8>()}))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{async fn body of private_parts::inner::run()}> - shim(Some({async fn body of private_parts::inner::run()}))
//~ MONO_ITEM fn take::<{async fn body of private_parts::generic<u8>()}>
//~ MONO_ITEM fn take::<{async fn body of private_parts::inner::run()}>
//~ MONO_ITEM fn take::<{closure@private_parts::plain::{closure#0}}>
