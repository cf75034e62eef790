//! `Barrier`.

use crate::sync::{Condvar, Mutex};

pub struct Barrier {
    lock: Mutex<usize>,
    cvar: Condvar,
    num_threads: usize,
}

pub struct BarrierWaitResult(bool);

impl Barrier {
    pub const fn new(n: usize) -> Barrier {
        Barrier { lock: Mutex::new(0), cvar: Condvar::new(), num_threads: n }
    }

    pub fn wait(&self) -> BarrierWaitResult {
        let mut count = self.lock.lock().unwrap();
        *count += 1;
        self.cvar.notify_all();
        BarrierWaitResult(*count % self.num_threads == 0)
    }
}

impl BarrierWaitResult {
    pub fn is_leader(&self) -> bool {
        self.0
    }
}
