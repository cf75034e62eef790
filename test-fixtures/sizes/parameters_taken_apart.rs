//@ crate-type: lib
//@ edition: 2021
//@ compile-flags: -Copt-level=3
// The coroutine of an async fn captures parameters whole, named or not, and takes them apart when it is first polled.
use std::future::Future;
use std::pin::pin;
use std::task::Context;

#[inline(never)]
pub fn take(_: u32) {}

pub struct Dropped;

impl Drop for Dropped {
    #[inline(never)]
    fn drop(&mut self) {}
}

#[inline(never)]
pub async fn unnamed(_: Dropped, x: u32) {
    take(x);
}

#[inline(never)]
pub async fn pairs((_a, b): (Dropped, u32), mut c: u32) {
    c += b;
    take(c);
}

pub fn both(cx: &mut Context<'_>) {
    let _ = pin!(unnamed(Dropped, 1)).poll(cx);
    let _ = pin!(pairs((Dropped, 1), 2)).poll(cx);
}

//~ SIZE 1 <Dropped as std::ops::Drop>::drop
//~ SIZE 1 take
//~ SIZE 2 pairs
//~ SIZE 2 unnamed
//~ SIZE 22 unnamed::{closure#0}
//~ SIZE 28 pairs::{closure#0}
//~ SIZE 30 both
//~ GLUE 2 (Dropped, u32)
//~ GLUE 3 Dropped
//~ GLUE 8 {async fn body of pairs()}
//~ GLUE 8 {async fn body of unnamed()}
