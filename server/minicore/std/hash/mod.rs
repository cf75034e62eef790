//! Hashing, with the default hasher.

pub(crate) mod random;

pub use core::hash::{BuildHasher, BuildHasherDefault, Hash, Hasher, SipHasher};

pub use self::random::{DefaultHasher, RandomState};
