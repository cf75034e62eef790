//! Functions on the current thread.

use super::builder::Builder;
use super::id::ThreadId;
use super::join_handle::JoinHandle;
use super::thread::Thread;
use crate::num::NonZero;
use crate::time::Duration;
use crate::{io, panicking};

pub fn spawn<F, T>(f: F) -> JoinHandle<T>
where
    F: FnOnce() -> T,
    F: Send + 'static,
    T: Send + 'static,
{
    Builder::new().spawn(f).expect("failed to spawn thread")
}

pub fn current() -> Thread {
    Thread::new(ThreadId::new(), None)
}

pub fn yield_now() {}

#[inline]
pub fn panicking() -> bool {
    panicking::panicking()
}

pub fn sleep(dur: Duration) {
    let _ = dur;
}

pub fn park() {}

pub fn available_parallelism() -> io::Result<NonZero<usize>> {
    Ok(NonZero::<usize>::MIN)
}
