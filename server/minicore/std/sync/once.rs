//! Something that runs once.

use crate::cell::Cell;
use crate::sync::atomic::{AtomicU32, Ordering};

pub struct Once {
    state: AtomicU32,
}

pub struct OnceState {
    poisoned: bool,
    set_state_to: Cell<u32>,
}

const INCOMPLETE: u32 = 0;
const RUNNING: u32 = 1;
const COMPLETE: u32 = 2;

impl Once {
    #[inline]
    pub const fn new() -> Once {
        Once { state: AtomicU32::new(INCOMPLETE) }
    }

    #[inline]
    #[track_caller]
    pub fn call_once<F>(&self, f: F)
    where
        F: FnOnce(),
    {
        if self.is_completed() {
            return;
        }

        let mut f = Some(f);
        self.call(&mut |_| f.take().unwrap()());
    }

    #[inline]
    pub fn call_once_force<F>(&self, f: F)
    where
        F: FnOnce(&OnceState),
    {
        if self.is_completed() {
            return;
        }

        let mut f = Some(f);
        self.call(&mut |p| f.take().unwrap()(p));
    }

    #[inline]
    pub fn is_completed(&self) -> bool {
        self.state.load(Ordering::Acquire) == COMPLETE
    }

    #[cold]
    #[track_caller]
    fn call(&self, f: &mut dyn FnMut(&OnceState)) {
        self.state.store(RUNNING, Ordering::Relaxed);
        let state = OnceState { poisoned: false, set_state_to: Cell::new(COMPLETE) };
        f(&state);
        self.state.store(state.set_state_to.get(), Ordering::Release);
    }
}

impl OnceState {
    #[inline]
    pub fn is_poisoned(&self) -> bool {
        self.poisoned
    }

    #[inline]
    pub(crate) fn poison(&self) {
        self.set_state_to.set(INCOMPLETE);
    }
}
