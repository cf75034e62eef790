//! The argument of the panic handler.

use crate::fmt::{self, Display};
use crate::panic::Location;

#[lang = "panic_info"]
#[derive(Debug)]
pub struct PanicInfo<'a> {
    message: &'a fmt::Arguments<'a>,
    location: &'a Location<'a>,
    can_unwind: bool,
    force_no_backtrace: bool,
}

pub struct PanicMessage<'a> {
    message: &'a fmt::Arguments<'a>,
}

impl<'a> PanicInfo<'a> {
    #[inline]
    pub(crate) fn new(
        message: &'a fmt::Arguments<'a>,
        location: &'a Location<'a>,
        can_unwind: bool,
        force_no_backtrace: bool,
    ) -> Self {
        PanicInfo { location, message, can_unwind, force_no_backtrace }
    }

    pub fn message(&self) -> PanicMessage<'_> {
        PanicMessage { message: self.message }
    }

    pub fn location(&self) -> Option<&Location<'_>> {
        Some(self.location)
    }

    #[doc(hidden)]
    pub fn can_unwind(&self) -> bool {
        self.can_unwind
    }

    #[doc(hidden)]
    pub fn force_no_backtrace(&self) -> bool {
        self.force_no_backtrace
    }
}

impl Display for PanicInfo<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("panicked at ")?;
        self.location.fmt(formatter)?;
        formatter.write_str(":\n")?;
        formatter.write_fmt(*self.message)
    }
}

impl<'a> PanicMessage<'a> {
    pub const fn as_str(&self) -> Option<&'static str> {
        self.message.as_str()
    }
}

impl Display for PanicMessage<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_fmt(*self.message)
    }
}
