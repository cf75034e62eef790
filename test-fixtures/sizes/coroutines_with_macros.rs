//@ crate-type: lib
//@ compile-flags: -Copt-level=3
// Temporaries of the tail of a block that a macro has written end as its own edition has it: those of std with the block.
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

pub async fn ready(number: u32) -> u32 {
    number + 1
}
pub async fn formatted(number: u32) -> u32 {
    let text = format!("a {}", number);
    ready(1).await;
    text.len() as u32
}
pub async fn written(number: u64) -> Result<u32, std::fmt::Error> {
    use std::fmt::Write;
    let mut text = String::new();
    write!(&mut text, "{}", number)?;
    Ok(ready(text.len() as u32).await)
}

pub fn start<F: Future>(mut future: F, cx: &mut Context<'_>) -> bool {
    let pinned = unsafe { Pin::new_unchecked(&mut future) };
    matches!(pinned.poll(cx), Poll::Ready(_))
}
pub fn start_formatted(number: u32, cx: &mut Context<'_>) -> bool {
    start(formatted(number), cx)
}
pub fn start_written(cx: &mut Context<'_>) -> bool {
    start(written(1), cx)
}

//~ SIZE 10 ready::{closure#0}
//~ SIZE 109 written::{closure#0}
//~ SIZE 14 start
//~ SIZE 2 ready
//~ SIZE 5 start_formatted
//~ SIZE 5 start_written
//~ SIZE 88 formatted::{closure#0}
//~ GLUE 33 {async fn body of formatted()}
//~ GLUE 34 {async fn body of written()}
//~ GLUE 6 {async fn body of ready()}
