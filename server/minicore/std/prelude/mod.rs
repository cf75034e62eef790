//! One prelude an edition.

pub mod v1;

pub mod rust_2015 {
    pub use super::v1::*;
}

pub mod rust_2018 {
    pub use super::v1::*;
}

pub mod rust_2021 {
    pub use super::v1::*;
    pub use core::prelude::rust_2021::*;
    // Else ambiguous between the two.
    pub use super::v1::panic;
}

pub mod rust_2024 {
    pub use super::v1::panic;
    pub use super::v1::*;
    pub use core::prelude::rust_2024::*;
}

pub mod rust_future {
    pub use super::v1::panic;
    pub use super::v1::*;
    pub use core::prelude::rust_future::*;
}
