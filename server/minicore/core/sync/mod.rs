//! Synchronization without an operating system.

pub mod atomic;
