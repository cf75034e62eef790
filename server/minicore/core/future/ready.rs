//! A value as a future.

use crate::future::Future;
use crate::pin::Pin;
use crate::task::{Context, Poll};

#[derive(Debug, Clone)]
pub struct Ready<T>(Option<T>);

impl<T> Unpin for Ready<T> {}

impl<T> Future for Ready<T> {
    type Output = T;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<T> {
        Poll::Ready(self.0.take().expect("`Ready` polled after completion"))
    }
}

pub fn ready<T>(t: T) -> Ready<T> {
    Ready(Some(t))
}
