//! Synchronization.

pub use alloc_crate::sync::{Arc, Weak};
pub use core::sync::atomic;

mod barrier;
mod lazy_lock;
pub mod mpsc;
mod once;
mod once_lock;
mod poison;

pub use self::barrier::{Barrier, BarrierWaitResult};
pub use self::lazy_lock::LazyLock;
pub use self::once::{Once, OnceState};
pub use self::once_lock::OnceLock;
pub use self::poison::{
    Condvar, LockResult, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard,
    TryLockError, TryLockResult, WaitTimeoutResult,
};
