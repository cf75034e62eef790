//! Owned C strings.

mod c_str;

pub use self::c_str::{CString, NulError};
