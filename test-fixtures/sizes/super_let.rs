// What `pin!` and others keep in a variable lives as long as what the `let` around them binds.
//@ compile-flags: -Copt-level=3
//@ crate-type: lib
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll};

#[inline(never)]
pub fn polled<F: Future<Output = u8>>(future: F, cx: &mut Context<'_>) -> u8 {
    let mut future = pin!(future);
    match future.as_mut().poll(cx) {
        Poll::Ready(value) => value,
        Poll::Pending => 0,
    }
}
#[inline(never)]
pub fn at_once<F: Future<Output = u8>>(future: F, cx: &mut Context<'_>) -> bool {
    pin!(future).as_mut().poll(cx).is_ready()
}
pub async fn three() -> u8 {
    3
}
pub fn both(cx: &mut Context<'_>) -> bool {
    polled(three(), cx) == 3 && at_once(three(), cx)
}

//~ SIZE 10 both
//~ SIZE 18 at_once
//~ SIZE 21 polled
//~ SIZE 8 three::{closure#0}
//~ GLUE 6 {async fn body of three()}
