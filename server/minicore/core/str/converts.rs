//! Bytes as text.

use super::Utf8Error;
use crate::ptr;

pub const fn from_utf8(v: &[u8]) -> Result<&str, Utf8Error> {
    match super::error::run_utf8_validation(v) {
        Ok(()) => Ok(unsafe { from_utf8_unchecked(v) }),
        Err(err) => Err(err),
    }
}

pub const fn from_utf8_mut(v: &mut [u8]) -> Result<&mut str, Utf8Error> {
    match super::error::run_utf8_validation(v) {
        Ok(()) => Ok(unsafe { from_utf8_unchecked_mut(v) }),
        Err(err) => Err(err),
    }
}

#[inline]
pub const unsafe fn from_utf8_unchecked(v: &[u8]) -> &str {
    unsafe { crate::mem::transmute(v) }
}

#[inline]
pub const unsafe fn from_utf8_unchecked_mut(v: &mut [u8]) -> &mut str {
    unsafe { &mut *(v as *mut [u8] as *mut str) }
}

#[inline]
pub const unsafe fn from_raw_parts<'a>(ptr: *const u8, len: usize) -> &'a str {
    unsafe { &*ptr::from_raw_parts(ptr, len) }
}

#[inline]
pub const unsafe fn from_raw_parts_mut<'a>(ptr: *mut u8, len: usize) -> &'a mut str {
    unsafe { &mut *ptr::from_raw_parts_mut(ptr, len) }
}
