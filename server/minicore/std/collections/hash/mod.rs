//! Hash maps and sets over `hashbrown`.

pub mod map;
pub mod set;
