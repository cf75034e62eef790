//! Polling and waking.

mod poll;
mod wake;

pub use self::poll::Poll;
pub use self::wake::{Context, RawWaker, RawWakerVTable, Waker};
