//! Threads.

use crate::any::Any;

#[macro_use]
mod local;

mod builder;
mod functions;
mod id;
mod join_handle;
mod lifecycle;
mod scoped;
mod thread;

pub use builder::Builder;
pub use functions::{available_parallelism, current, panicking, park, sleep, spawn, yield_now};
pub use id::ThreadId;
pub use join_handle::JoinHandle;
pub use local::{AccessError, LocalKey};
pub use scoped::{Scope, ScopedJoinHandle, scope};
pub use thread::Thread;

#[doc(hidden)]
pub mod local_impl {
    pub use crate::sys::thread_local::*;
}

pub type Result<T> = crate::result::Result<T, Box<dyn Any + Send + 'static>>;
