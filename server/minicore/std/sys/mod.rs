//! The platform, as far as its names show.

pub mod backtrace;
pub mod thread_local;
