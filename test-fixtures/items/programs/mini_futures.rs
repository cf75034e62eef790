// Futures by hand: a combinator, a ready value, an async fn and block, and an executor that polls with a null waker.
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, RawWaker, RawWakerVTable, Waker};

struct CountDown(u8);

impl Future for CountDown {
    type Output = &'static str;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<&'static str> {
        if self.0 == 0 {
            Poll::Ready("done")
        } else {
            self.0 -= 1;
            cx.waker().wake_by_ref();
            Poll::Pending
        }
    }
}

async fn twice(n: u8) -> usize {
    let a = CountDown(n).await;
    let guard = Guard(n);
    let b = CountDown(guard.0).await;
    a.len() + b.len()
}

struct Guard(u8);

impl Drop for Guard {
    fn drop(&mut self) {
        self.0 = 0;
    }
}

fn vtable() -> &'static RawWakerVTable {
    fn clone(_: *const ()) -> RawWaker {
        RawWaker::new(std::ptr::null(), vtable())
    }
    fn noop(_: *const ()) {}
    static VTABLE: RawWakerVTable = RawWakerVTable::new(clone, noop, noop, noop);
    &VTABLE
}

fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = Box::pin(future);
    let waker = unsafe { Waker::from_raw(RawWaker::new(std::ptr::null(), vtable())) };
    let mut context = Context::from_waker(&waker);
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return output;
        }
    }
}

fn main() {
    block_on(CountDown(2));
    block_on(twice(1));
    let captured = 4usize;
    block_on(async move { captured + twice(2).await });
}

//~ MONO_ITEM fn <CountDown as std::future::Future>::poll
//~ MONO_ITEM fn <Guard as std::ops::Drop>::drop
//~ MONO_ITEM fn block_on::<CountDown>
//~ MONO_ITEM fn block_on::<{async block@mini_futures.rs:60:14: 60:24}>
//~ MONO_ITEM fn block_on::<{async fn body of twice()}>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<Guard> - shim(Some(Guard))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<CountDown>> - shim(Some(std::boxed::Box<CountDown>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<{async block@mini_futures.rs:60:14: 60:24}>> - shim(Some(std::boxed::Box<{async block@mini_futures.rs:60:14: 60:24}>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<{async fn body of twice()}>> - shim(Some(std::boxed::Box<{async fn body of twice()}>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::pin::Pin<std::boxed::Box<CountDown>>> - shim(Some(std::pin::Pin<std::boxed::Box<CountDown>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::pin::Pin<std::boxed::Box<{async block@mini_futures.rs:60:14: 60:24}>>> - shim(Some(std::pin::Pin<std::boxed::Box<{async block@mini_futures.rs:60:14: 60:24}>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::pin::Pin<std::boxed::Box<{async fn body of twice()}>>> - shim(Some(std::pin::Pin<std::boxed::Box<{async fn body of twice()}>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::task::Waker> - shim(Some(std::task::Waker))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{async block@mini_futures.rs:60:14: 60:24}> - shim(Some({async block@mini_futures.rs:60:14: 60:24}))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{async fn body of twice()}> - shim(Some({async fn body of twice()}))
//~ MONO_ITEM fn twice
//~ MONO_ITEM fn twice::{closure#0}
//~ MONO_ITEM fn vtable
//~ MONO_ITEM fn vtable::clone
//~ MONO_ITEM fn vtable::noop
//~ MONO_ITEM static vtable::VTABLE
