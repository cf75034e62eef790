//@ crate-type: lib
//@ compile-flags: -Copt-level=3
// Bodies of coroutines: functions that go to where they were suspended, and drop glue that does.
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

pub struct Noisy(u8);
impl Drop for Noisy {
    fn drop(&mut self) {
        self.0 = 0;
    }
}
pub struct Error;
pub struct Later;
impl Future for Later {
    type Output = u32;
    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<u32> {
        Poll::Pending
    }
}

pub async fn empty() {}
pub async fn unused(_number: u32, _noisy: Noisy) {}
pub async fn ready(number: u32) -> u32 {
    number + 1
}
pub async fn one(number: u32) -> u32 {
    ready(number).await + 1
}
pub async fn by_hand() -> u32 {
    Later.await
}
pub async fn two(number: u32) -> u32 {
    let first = ready(number).await;
    let second = ready(first).await;
    first + second
}
pub async fn looped(count: u32) -> u32 {
    let mut sum = 0;
    let mut at = 0;
    while at < count {
        sum += ready(at).await;
        at += 1;
    }
    sum
}
pub async fn borrowed(text: String) -> usize {
    let reference = &text;
    ready(1).await;
    reference.len()
}
pub async fn dropped_over(number: u32) -> u32 {
    let _noisy = Noisy(1);
    ready(number).await
}
pub async fn moved_between(noisy: Noisy) {
    ready(1).await;
    take(noisy);
    ready(2).await;
}
pub async fn moved_maybe(noisy: Noisy, takes: bool) {
    if takes {
        take(noisy);
    }
    ready(2).await;
}
pub async fn fallible(number: u32) -> Result<u32, Error> {
    if number == 0 {
        return Err(Error);
    }
    Ok(number)
}
pub async fn questioned(number: u32) -> Result<u32, Error> {
    let noisy = Noisy(1);
    let first = fallible(number).await?;
    let second = fallible(first).await?;
    drop(noisy);
    Ok(second)
}
pub async fn early(number: u32) -> u32 {
    let _noisy = Noisy(1);
    if number == 3 {
        return ready(1).await;
    }
    loop {
        if ready(number).await == 4 {
            break;
        }
    }
    number
}
pub async fn nested(text: String) -> usize {
    let inner = async {
        ready(1).await;
        text.len()
    };
    let noisy = Noisy(2);
    let moved = async move {
        ready(2).await;
        noisy.0
    };
    inner.await + moved.await as usize
}
pub async fn matched(either: Result<Noisy, u32>) -> u32 {
    match either {
        Ok(noisy) => ready(noisy.0 as u32).await,
        Err(number) if number > 1 => ready(number).await,
        Err(_) => 0,
    }
}
pub async fn boxed(future: Pin<Box<dyn Future<Output = u32>>>) -> u32 {
    future.await
}
pub async fn generic<F: Future<Output = u32>>(future: F) -> u32 {
    future.await + 1
}
pub async fn never() {
    loop {
        ready(1).await;
    }
}
fn take(_: Noisy) {}

pub fn drive<F: Future>(mut future: F, cx: &mut Context<'_>) -> bool {
    let pinned = unsafe { Pin::new_unchecked(&mut future) };
    matches!(pinned.poll(cx), Poll::Ready(_))
}
pub fn drive_empty(cx: &mut Context<'_>) -> bool {
    drive(empty(), cx)
}
pub fn drive_unused(number: u32, cx: &mut Context<'_>) -> bool {
    drive(unused(number, Noisy(1)), cx)
}
pub fn drive_one(number: u32, cx: &mut Context<'_>) -> bool {
    drive(one(number), cx)
}
pub fn drive_by_hand(cx: &mut Context<'_>) -> bool {
    drive(by_hand(), cx)
}
pub fn drive_two(number: u32, cx: &mut Context<'_>) -> bool {
    drive(two(number), cx)
}
pub fn drive_looped(number: u32, cx: &mut Context<'_>) -> bool {
    drive(looped(number), cx)
}
pub fn drive_borrowed(cx: &mut Context<'_>) -> bool {
    drive(borrowed(String::new()), cx)
}
pub fn drive_dropped_over(number: u32, cx: &mut Context<'_>) -> bool {
    drive(dropped_over(number), cx)
}
pub fn drive_moved_between(cx: &mut Context<'_>) -> bool {
    drive(moved_between(Noisy(1)), cx)
}
pub fn drive_moved_maybe(cx: &mut Context<'_>) -> bool {
    drive(moved_maybe(Noisy(1), false), cx)
}
pub fn drive_questioned(number: u32, cx: &mut Context<'_>) -> bool {
    drive(questioned(number), cx)
}
pub fn drive_early(number: u32, cx: &mut Context<'_>) -> bool {
    drive(early(number), cx)
}
pub fn drive_nested(cx: &mut Context<'_>) -> bool {
    drive(nested(String::new()), cx)
}
pub fn drive_matched(number: u32, cx: &mut Context<'_>) -> bool {
    drive(matched(Err(number)), cx)
}
pub fn drive_boxed(cx: &mut Context<'_>) -> bool {
    drive(boxed(Box::pin(Later)), cx)
}
pub fn drive_generic(number: u32, cx: &mut Context<'_>) -> bool {
    drive(generic(ready(number)), cx)
}
pub fn drive_never(cx: &mut Context<'_>) -> bool {
    drive(never(), cx)
}

//~ SIZE 10 ready::{closure#0}
//~ SIZE 104 early::{closure#0}
//~ SIZE 105 moved_between::{closure#0}
//~ SIZE 106 nested::{closure#0}
//~ SIZE 109 matched::{closure#0}
//~ SIZE 11 drive_borrowed
//~ SIZE 11 drive_nested
//~ SIZE 136 questioned::{closure#0}
//~ SIZE 14 drive
//~ SIZE 14 drive_boxed
//~ SIZE 14 fallible::{closure#0}
//~ SIZE 2 <Later as std::future::Future>::poll
//~ SIZE 2 <Noisy as std::ops::Drop>::drop
//~ SIZE 2 fallible
//~ SIZE 2 ready
//~ SIZE 2 take
//~ SIZE 20 unused::{closure#0}
//~ SIZE 34 by_hand::{closure#0}
//~ SIZE 37 boxed::{closure#0}
//~ SIZE 43 generic::{closure#0}
//~ SIZE 45 dropped_over::{closure#0}
//~ SIZE 46 never::{closure#0}
//~ SIZE 48 one::{closure#0}
//~ SIZE 49 nested::{closure#0}::{closure#1}
//~ SIZE 5 drive_by_hand
//~ SIZE 5 drive_dropped_over
//~ SIZE 5 drive_early
//~ SIZE 5 drive_empty
//~ SIZE 5 drive_looped
//~ SIZE 5 drive_moved_between
//~ SIZE 5 drive_moved_maybe
//~ SIZE 5 drive_never
//~ SIZE 5 drive_one
//~ SIZE 5 drive_questioned
//~ SIZE 5 drive_two
//~ SIZE 5 drive_unused
//~ SIZE 51 nested::{closure#0}::{closure#0}
//~ SIZE 55 borrowed::{closure#0}
//~ SIZE 71 moved_maybe::{closure#0}
//~ SIZE 76 looped::{closure#0}
//~ SIZE 8 drive_generic
//~ SIZE 8 drive_matched
//~ SIZE 8 empty::{closure#0}
//~ SIZE 97 two::{closure#0}
//~ GLUE 17 {async fn body of by_hand()}
//~ GLUE 2 std::pin::Pin<std::boxed::Box<dyn std::future::Future<Output = u32>>>
//~ GLUE 3 Noisy
//~ GLUE 30 {async fn body of never()}
//~ GLUE 30 {async fn body of one()}
//~ GLUE 31 {async fn body of dropped_over()}
//~ GLUE 32 {async fn body of boxed()}
//~ GLUE 35 {async fn body of generic<{async fn body of ready()}>()}
//~ GLUE 36 {async fn body of borrowed()}
//~ GLUE 39 {async fn body of looped()}
//~ GLUE 4 std::result::Result<Noisy, u32>
//~ GLUE 43 {async fn body of moved_maybe()}
//~ GLUE 50 {async fn body of two()}
//~ GLUE 6 {async fn body of empty()}
//~ GLUE 6 {async fn body of fallible()}
//~ GLUE 6 {async fn body of ready()}
//~ GLUE 60 {async fn body of moved_between()}
//~ GLUE 62 {async fn body of early()}
//~ GLUE 69 {async fn body of matched()}
//~ GLUE 70 {async fn body of questioned()}
//~ GLUE 8 std::boxed::Box<dyn std::future::Future<Output = u32>>
//~ GLUE 8 {async fn body of unused()}
//~ GLUE 85 {async fn body of nested()}
