//! `CString`.

use core::ffi::{CStr, c_char};
use core::fmt;
use core::ops;

use crate::boxed::Box;
use crate::vec::Vec;

#[derive(PartialEq, PartialOrd, Eq, Ord, Hash, Clone)]
pub struct CString {
    inner: Box<[u8]>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NulError(usize, Vec<u8>);

impl CString {
    pub fn new<T: Into<Vec<u8>>>(t: T) -> Result<CString, NulError> {
        let mut bytes: Vec<u8> = t.into();
        match bytes.iter().position(|byte| *byte == 0) {
            Some(i) => Err(NulError(i, bytes)),
            None => {
                bytes.push(0);
                Ok(CString { inner: bytes.into_boxed_slice() })
            }
        }
    }

    #[inline]
    pub fn into_raw(self) -> *mut c_char {
        // `CString` has a destructor, so the field cannot be moved out.
        let this = core::mem::ManuallyDrop::new(self);
        unsafe { Box::into_raw(core::ptr::read(&this.inner)) as *mut c_char }
    }

    #[inline]
    pub fn as_bytes(&self) -> &[u8] {
        &self.inner[..self.inner.len() - 1]
    }

    #[inline]
    pub fn as_c_str(&self) -> &CStr {
        unsafe { CStr::from_bytes_with_nul_unchecked(&self.inner) }
    }
}

impl Drop for CString {
    #[inline]
    fn drop(&mut self) {
        unsafe {
            *self.inner.get_unchecked_mut(0) = 0;
        }
    }
}

impl ops::Deref for CString {
    type Target = CStr;

    #[inline]
    fn deref(&self) -> &CStr {
        self.as_c_str()
    }
}

impl fmt::Debug for CString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_c_str(), f)
    }
}

impl fmt::Display for NulError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "nul byte found in provided data at position: {}", self.0)
    }
}

impl core::error::Error for NulError {}
