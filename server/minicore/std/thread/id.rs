//! What tells threads apart.

use crate::num::NonZero;
use crate::sync::atomic::{AtomicU64, Ordering};

#[derive(Eq, PartialEq, Clone, Copy, Hash, Debug)]
pub struct ThreadId(NonZero<u64>);

impl ThreadId {
    pub(crate) fn new() -> ThreadId {
        static COUNTER: AtomicU64 = AtomicU64::new(1);

        let id = COUNTER.fetch_add(1, Ordering::Relaxed);
        match NonZero::new(id) {
            Some(id) => ThreadId(id),
            None => panic!("failed to generate unique thread ID: bitspace exhausted"),
        }
    }
}
