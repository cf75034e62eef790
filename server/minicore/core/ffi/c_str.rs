//! Borrowed C strings.

use crate::fmt;
use crate::slice;
use crate::str;

#[lang = "CStr"]
#[derive(PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CStr {
    inner: [super::c_char],
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FromBytesWithNulError(());

impl CStr {
    #[inline]
    pub const unsafe fn from_bytes_with_nul_unchecked(bytes: &[u8]) -> &CStr {
        unsafe { &*(bytes as *const [u8] as *const CStr) }
    }

    pub fn from_bytes_with_nul(bytes: &[u8]) -> Result<&Self, FromBytesWithNulError> {
        match bytes.iter().position(|byte| *byte == 0) {
            Some(nul_pos) if nul_pos + 1 == bytes.len() => {
                Ok(unsafe { Self::from_bytes_with_nul_unchecked(bytes) })
            }
            _ => Err(FromBytesWithNulError(())),
        }
    }

    pub unsafe fn from_ptr<'a>(ptr: *const super::c_char) -> &'a CStr {
        let mut len = 0;
        while unsafe { *ptr.add(len) } != 0 {
            len += 1;
        }
        unsafe { Self::from_bytes_with_nul_unchecked(slice::from_raw_parts(ptr.cast(), len + 1)) }
    }

    #[inline]
    pub const fn as_ptr(&self) -> *const super::c_char {
        self.inner.as_ptr()
    }

    #[inline]
    pub fn to_bytes(&self) -> &[u8] {
        let bytes = self.to_bytes_with_nul();
        &bytes[..bytes.len() - 1]
    }

    #[inline]
    pub const fn to_bytes_with_nul(&self) -> &[u8] {
        unsafe { &*((&raw const self.inner) as *const [u8]) }
    }

    pub fn to_str(&self) -> Result<&str, str::Utf8Error> {
        str::from_utf8(self.to_bytes())
    }
}

impl fmt::Debug for CStr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.to_bytes(), f)
    }
}
