//! Where a `#[track_caller]` function was called.

use crate::fmt;
use crate::marker::PhantomData;
use crate::ptr::NonNull;

#[lang = "panic_location"]
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location<'a> {
    filename: NonNull<str>,
    line: u32,
    col: u32,
    _filename: PhantomData<&'a str>,
}

impl<'a> Location<'a> {
    #[track_caller]
    #[inline]
    pub const fn caller() -> &'static Location<'static> {
        crate::intrinsics::caller_location()
    }

    pub const fn file(&self) -> &'a str {
        unsafe { self.filename.as_ref() }
    }

    #[inline]
    pub const fn line(&self) -> u32 {
        self.line
    }

    #[inline]
    pub const fn column(&self) -> u32 {
        self.col
    }
}

impl fmt::Display for Location<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}:{}", self.file(), self.line, self.col)
    }
}

unsafe impl Send for Location<'_> {}
unsafe impl Sync for Location<'_> {}
