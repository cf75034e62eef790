//! `Condvar`.

use super::{LockResult, MutexGuard, PoisonError};
use crate::time::Duration;

#[derive(Debug, PartialEq, Eq, Copy, Clone)]
pub struct WaitTimeoutResult(bool);

impl WaitTimeoutResult {
    pub fn timed_out(&self) -> bool {
        self.0
    }
}

pub struct Condvar {
    inner: (),
}

impl Condvar {
    pub const fn new() -> Condvar {
        Condvar { inner: () }
    }

    pub fn wait<'a, T>(&self, guard: MutexGuard<'a, T>) -> LockResult<MutexGuard<'a, T>> {
        if guard.mutex().is_poisoned() { Err(PoisonError::new(guard)) } else { Ok(guard) }
    }

    pub fn wait_while<'a, T, F>(
        &self,
        mut guard: MutexGuard<'a, T>,
        mut condition: F,
    ) -> LockResult<MutexGuard<'a, T>>
    where
        F: FnMut(&mut T) -> bool,
    {
        while condition(&mut *guard) {
            guard = self.wait(guard)?;
        }
        Ok(guard)
    }

    pub fn wait_timeout<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
        dur: Duration,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        let _ = dur;
        if guard.mutex().is_poisoned() {
            Err(PoisonError::new((guard, WaitTimeoutResult(true))))
        } else {
            Ok((guard, WaitTimeoutResult(true)))
        }
    }

    #[inline]
    pub fn notify_one(&self) {}

    #[inline]
    pub fn notify_all(&self) {}
}

impl Default for Condvar {
    fn default() -> Condvar {
        Condvar::new()
    }
}
