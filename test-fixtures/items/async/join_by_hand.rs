// Two futures polled in turn, one boxed, one pinned on the stack.
use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll, Waker},
};
async fn one<T>(t: T) -> T {
    t
}
struct Both<A: Future, B: Future>(Pin<Box<A>>, Pin<Box<B>>, Option<A::Output>);
impl<A: Future, B: Future> Future for Both<A, B>
where
    A::Output: Unpin,
{
    type Output = B::Output;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<B::Output> {
        if self.2.is_none() {
            if let Poll::Ready(a) = self.0.as_mut().poll(cx) {
                self.2 = Some(a);
            }
        }
        self.1.as_mut().poll(cx)
    }
}
fn main() {
    let mut both = Both(Box::pin(one(1u8)), Box::pin(async { one("x").await.len() }), None);
    let _ = Pin::new(&mut both).poll(&mut Context::from_waker(Waker::noop()));
}

//~ MONO_ITEM fn <Both<{async fn body of one<u8>()}, {async block@join_by_hand.rs:26:54: 26:59}> as std::future::Future>::poll
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn one::<&str>
//~ MONO_ITEM fn one::<&str>::{closure#0}
//~ MONO_ITEM fn one::<u8>
//~ MONO_ITEM fn one::<u8>::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<Both<{async fn body of one<u8>()}, {async block@join_by_hand.rs:26:54: 26:59}>> - shim(Some(Both<{async fn body of one<u8>()}, {async block@join_by_hand.rs:26:54: 26:59}>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<{async block@join_by_hand.rs:26:54: 26:59}>> - shim(Some(std::boxed::Box<{async block@join_by_hand.rs:26:54: 26:59}>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<{async fn body of one<u8>()}>> - shim(Some(std::boxed::Box<{async fn body of one<u8>()}>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::pin::Pin<std::boxed::Box<{async block@join_by_hand.rs:26:54: 26:59}>>> - shim(Some(std::pin::Pin<std::boxed::Box<{async block@join_by_hand.rs:26:54: 26:59}>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::pin::Pin<std::boxed::Box<{async fn body of one<u8>()}>>> - shim(Some(std::pin::Pin<std::boxed::Box<{async fn body of one<u8>()}>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{async block@join_by_hand.rs:26:54: 26:59}> - shim(Some({async block@join_by_hand.rs:26:54: 26:59}))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{async fn body of one<&str>()}> - shim(Some({async fn body of one<&str>()}))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{async fn body of one<u8>()}> - shim(Some({async fn body of one<u8>()}))
