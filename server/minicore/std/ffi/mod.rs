//! Types of other languages and of the operating system.

mod os_str;

pub use alloc_crate::ffi::{CString, NulError};
pub use core::ffi::{
    CStr, FromBytesWithNulError, c_char, c_double, c_float, c_int, c_long, c_longlong, c_schar, c_short,
    c_uchar, c_uint, c_ulong, c_ulonglong, c_ushort, c_void,
};

pub use self::os_str::{OsStr, OsString};
