//@ edition: 2021
// Futures of async functions and blocks: each is a type of its own, polled through `Future`.
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

async fn add<T: Into<u32>>(a: T, b: u32) -> u32 {
    a.into() + b
}

fn block_on<F: Future>(future: F) -> Option<F::Output> {
    let mut future = pin!(future);
    match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}

fn main() {
    block_on(add(1u8, 2));
    block_on(async {
        let n = add(3u16, 4).await;
        n + 1
    });
}

//~ MONO_ITEM fn add::<u16>
//~ MONO_ITEM fn add::<u16>::{closure#0}
//~ MONO_ITEM fn add::<u8>
//~ MONO_ITEM fn add::<u8>::{closure#0}
//~ MONO_ITEM fn block_on::<{async block@async_blocks.rs:21:14: 21:19}>
//~ MONO_ITEM fn block_on::<{async fn body of add<u8>()}>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<{async block@async_blocks.rs:21:14: 21:19}> - shim(Some({async block@async_blocks.rs:21:14: 21:19}))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{async fn body of add<u16>()}> - shim(Some({async fn body of add<u16>()}))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{async fn body of add<u8>()}> - shim(Some({async fn body of add<u8>()}))
