//! The traits that a glob import of this module brings in.

pub use super::{BufRead, Read, Seek, Write};
