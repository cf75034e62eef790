//! The trait that the compiler implements for coroutines, and the state one returns.

use crate::pin::Pin;

#[derive(Clone, Copy, PartialEq, PartialOrd, Eq, Ord, Debug, Hash)]
#[lang = "coroutine_state"]
pub enum CoroutineState<Y, R> {
    Yielded(Y),
    Complete(R),
}

#[lang = "coroutine"]
#[fundamental]
pub trait Coroutine<R = ()> {
    #[lang = "coroutine_yield"]
    type Yield;

    #[lang = "coroutine_return"]
    type Return;

    #[lang = "coroutine_resume"]
    fn resume(self: Pin<&mut Self>, arg: R) -> CoroutineState<Self::Yield, Self::Return>;
}
