//! `io::Error`: a kind, a message, a number of the system, or an error of the user's.

mod repr_bitpacked;

use self::repr_bitpacked::Repr;
use crate::{error, fmt, result};

pub type Result<T> = result::Result<T, Error>;

pub struct Error {
    repr: Repr,
}

pub type RawOsError = i32;

enum ErrorData<C> {
    Os(RawOsError),
    Simple(ErrorKind),
    SimpleMessage(&'static SimpleMessage),
    Custom(C),
}

#[doc(hidden)]
#[repr(align(4))]
#[derive(Debug)]
pub struct SimpleMessage {
    pub kind: ErrorKind,
    pub message: &'static str,
}

#[derive(Debug)]
#[repr(align(4))]
struct Custom {
    kind: ErrorKind,
    error: Box<dyn error::Error + Send + Sync>,
}

macro_rules! kinds {
    ($($name:ident => $text:expr,)*) => {
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        #[non_exhaustive]
        pub enum ErrorKind {
            $($name,)*
        }

        impl ErrorKind {
            pub(crate) fn as_str(&self) -> &'static str {
                match *self {
                    $(ErrorKind::$name => $text,)*
                }
            }
        }

        fn kind_from_prim(bits: u32) -> ErrorKind {
            match bits {
                $(v if v == ErrorKind::$name as u32 => ErrorKind::$name,)*
                _ => ErrorKind::Uncategorized,
            }
        }
    };
}

kinds! {
    NotFound => "entity not found",
    PermissionDenied => "permission denied",
    ConnectionRefused => "connection refused",
    ConnectionReset => "connection reset",
    HostUnreachable => "host unreachable",
    NetworkUnreachable => "network unreachable",
    ConnectionAborted => "connection aborted",
    NotConnected => "not connected",
    AddrInUse => "address in use",
    AddrNotAvailable => "address not available",
    NetworkDown => "network down",
    BrokenPipe => "broken pipe",
    AlreadyExists => "entity already exists",
    WouldBlock => "operation would block",
    NotADirectory => "not a directory",
    IsADirectory => "is a directory",
    DirectoryNotEmpty => "directory not empty",
    ReadOnlyFilesystem => "read-only filesystem or storage medium",
    FilesystemLoop => "filesystem loop or indirection limit (e.g. symlink loop)",
    StaleNetworkFileHandle => "stale network file handle",
    InvalidInput => "invalid input parameter",
    InvalidData => "invalid data",
    TimedOut => "timed out",
    WriteZero => "write zero",
    StorageFull => "no storage space",
    NotSeekable => "seek on unseekable file",
    QuotaExceeded => "quota exceeded",
    FileTooLarge => "file too large",
    ResourceBusy => "resource busy",
    ExecutableFileBusy => "executable file busy",
    Deadlock => "deadlock",
    CrossesDevices => "cross-device link or rename",
    TooManyLinks => "too many links",
    InvalidFilename => "invalid filename",
    ArgumentListTooLong => "argument list too long",
    Interrupted => "operation interrupted",
    Unsupported => "unsupported",
    UnexpectedEof => "unexpected end of file",
    OutOfMemory => "out of memory",
    InProgress => "in progress",
    Other => "other error",
    Uncategorized => "uncategorized error",
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Error {
    pub(crate) const INVALID_UTF8: Self = Error::from_static_message(&SimpleMessage {
        kind: ErrorKind::InvalidData,
        message: "stream did not contain valid UTF-8",
    });

    pub(crate) const READ_EXACT_EOF: Self = Error::from_static_message(&SimpleMessage {
        kind: ErrorKind::UnexpectedEof,
        message: "failed to fill whole buffer",
    });

    pub(crate) const UNSUPPORTED_PLATFORM: Self = Error::from_static_message(&SimpleMessage {
        kind: ErrorKind::Unsupported,
        message: "operation not supported on this platform",
    });

    pub(crate) const WRITE_ALL_EOF: Self = Error::from_static_message(&SimpleMessage {
        kind: ErrorKind::WriteZero,
        message: "failed to write whole buffer",
    });

    #[inline(never)]
    pub fn new<E>(kind: ErrorKind, error: E) -> Error
    where
        E: Into<Box<dyn error::Error + Send + Sync>>,
    {
        Self::_new(kind, error.into())
    }

    pub fn other<E>(error: E) -> Error
    where
        E: Into<Box<dyn error::Error + Send + Sync>>,
    {
        Self::_new(ErrorKind::Other, error.into())
    }

    fn _new(kind: ErrorKind, error: Box<dyn error::Error + Send + Sync>) -> Error {
        Error { repr: Repr::new_custom(Box::new(Custom { kind, error })) }
    }

    #[inline]
    #[doc(hidden)]
    pub const fn from_static_message(msg: &'static SimpleMessage) -> Error {
        Self { repr: Repr::new_simple_message(msg) }
    }

    #[inline]
    pub fn last_os_error() -> Error {
        Error::from_raw_os_error(0)
    }

    #[inline]
    pub fn from_raw_os_error(code: RawOsError) -> Error {
        Error { repr: Repr::new_os(code) }
    }

    #[inline]
    pub fn raw_os_error(&self) -> Option<RawOsError> {
        match self.repr.data() {
            ErrorData::Os(code) => Some(code),
            _ => None,
        }
    }

    #[inline]
    pub fn get_ref(&self) -> Option<&(dyn error::Error + Send + Sync + 'static)> {
        match self.repr.data() {
            ErrorData::Custom(c) => Some(&*c.error),
            _ => None,
        }
    }

    #[inline]
    pub fn get_mut(&mut self) -> Option<&mut (dyn error::Error + Send + Sync + 'static)> {
        match self.repr.data_mut() {
            ErrorData::Custom(c) => Some(&mut *c.error),
            _ => None,
        }
    }

    #[inline]
    pub fn into_inner(self) -> Option<Box<dyn error::Error + Send + Sync>> {
        match self.repr.into_data() {
            ErrorData::Custom(c) => Some(c.error),
            _ => None,
        }
    }

    pub fn downcast<E>(self) -> result::Result<E, Self>
    where
        E: error::Error + Send + Sync + 'static,
    {
        let fits = match self.repr.data() {
            ErrorData::Custom(c) => c.error.is::<E>(),
            _ => false,
        };
        if !fits {
            return Err(self);
        }
        match self.repr.into_data() {
            ErrorData::Custom(c) => match (*c).error.downcast::<E>() {
                Ok(error) => Ok(*error),
                Err(_) => unreachable!(),
            },
            _ => unreachable!(),
        }
    }

    #[inline]
    pub fn kind(&self) -> ErrorKind {
        match self.repr.data() {
            ErrorData::Os(_) => ErrorKind::Uncategorized,
            ErrorData::Custom(c) => c.kind,
            ErrorData::Simple(kind) => kind,
            ErrorData::SimpleMessage(m) => m.kind,
        }
    }

    #[inline]
    pub(crate) fn is_interrupted(&self) -> bool {
        self.kind() == ErrorKind::Interrupted
    }
}

impl From<ErrorKind> for Error {
    #[inline]
    fn from(kind: ErrorKind) -> Error {
        Error { repr: Repr::new_simple(kind) }
    }
}

impl From<alloc_crate::ffi::NulError> for Error {
    fn from(_: alloc_crate::ffi::NulError) -> Error {
        Error::from_static_message(&SimpleMessage {
            kind: ErrorKind::InvalidInput,
            message: "data provided contains a nul byte",
        })
    }
}

impl From<alloc_crate::collections::TryReserveError> for Error {
    fn from(_: alloc_crate::collections::TryReserveError) -> Error {
        ErrorKind::OutOfMemory.into()
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.repr, f)
    }
}

impl fmt::Debug for Repr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.data() {
            ErrorData::Os(code) => f.debug_struct("Os").field("code", &code).finish(),
            ErrorData::Custom(c) => fmt::Debug::fmt(&c, f),
            ErrorData::Simple(kind) => f.debug_tuple("Kind").field(&kind).finish(),
            ErrorData::SimpleMessage(msg) => {
                f.debug_struct("Error").field("kind", &msg.kind).field("message", &msg.message).finish()
            }
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.repr.data() {
            ErrorData::Os(code) => write!(f, "os error {code}"),
            ErrorData::Custom(c) => fmt::Display::fmt(&c.error, f),
            ErrorData::Simple(kind) => f.write_str(kind.as_str()),
            ErrorData::SimpleMessage(msg) => f.write_str(msg.message),
        }
    }
}

impl error::Error for Error {
    #[allow(deprecated)]
    fn cause(&self) -> Option<&dyn error::Error> {
        match self.repr.data() {
            ErrorData::Custom(c) => c.error.cause(),
            _ => None,
        }
    }

    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self.repr.data() {
            ErrorData::Custom(c) => c.error.source(),
            _ => None,
        }
    }
}
