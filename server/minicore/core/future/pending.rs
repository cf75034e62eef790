//! A future that never is ready.

use crate::future::Future;
use crate::marker;
use crate::pin::Pin;
use crate::task::{Context, Poll};

pub struct Pending<T> {
    _data: marker::PhantomData<fn() -> T>,
}

pub fn pending<T>() -> Pending<T> {
    Pending { _data: marker::PhantomData }
}

impl<T> Future for Pending<T> {
    type Output = T;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<T> {
        Poll::Pending
    }
}
