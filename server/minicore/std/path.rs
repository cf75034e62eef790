//! Paths, with `/` between components.

use crate::borrow::{Borrow, Cow, ToOwned};
use crate::ffi::{OsStr, OsString};
use crate::iter::FusedIterator;
use crate::{cmp, error, fmt, fs, hash, io, ops};

pub const MAIN_SEPARATOR: char = '/';
pub const MAIN_SEPARATOR_STR: &str = "/";

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Component<'a> {
    RootDir,
    CurDir,
    ParentDir,
    Normal(&'a OsStr),
}

impl<'a> Component<'a> {
    pub fn as_os_str(self) -> &'a OsStr {
        match self {
            Component::RootDir => OsStr::new("/"),
            Component::CurDir => OsStr::new("."),
            Component::ParentDir => OsStr::new(".."),
            Component::Normal(path) => path,
        }
    }
}

#[derive(Clone)]
pub struct Components<'a> {
    path: &'a [u8],
    at_root: bool,
}

fn os_str(bytes: &[u8]) -> &OsStr {
    unsafe { OsStr::from_encoded_bytes_unchecked(bytes) }
}

fn component(bytes: &[u8]) -> Component<'_> {
    match bytes {
        b"." => Component::CurDir,
        b".." => Component::ParentDir,
        _ => Component::Normal(os_str(bytes)),
    }
}

impl<'a> Components<'a> {
    pub fn as_path(&self) -> &'a Path {
        Path::from_bytes(self.path)
    }
}

impl<'a> Iterator for Components<'a> {
    type Item = Component<'a>;

    fn next(&mut self) -> Option<Component<'a>> {
        if self.at_root {
            self.at_root = false;
            if let [b'/', rest @ ..] = self.path {
                self.path = rest;
                return Some(Component::RootDir);
            }
        }
        while let [b'/', rest @ ..] = self.path {
            self.path = rest;
        }
        if self.path.is_empty() {
            return None;
        }
        let end = self.path.iter().position(|byte| *byte == b'/').unwrap_or(self.path.len());
        let (first, rest) = self.path.split_at(end);
        self.path = rest;
        Some(component(first))
    }
}

impl<'a> DoubleEndedIterator for Components<'a> {
    fn next_back(&mut self) -> Option<Component<'a>> {
        while let [rest @ .., b'/'] = self.path {
            if self.at_root && rest.is_empty() {
                self.path = rest;
                return Some(Component::RootDir);
            }
            self.path = rest;
        }
        if self.path.is_empty() {
            return None;
        }
        let start = self.path.iter().rposition(|byte| *byte == b'/').map_or(0, |slash| slash + 1);
        let (rest, last) = self.path.split_at(start);
        self.path = rest;
        Some(component(last))
    }
}

impl FusedIterator for Components<'_> {}

#[derive(Clone, Default)]
pub struct PathBuf {
    inner: OsString,
}

pub struct Path {
    inner: OsStr,
}

impl PathBuf {
    pub const fn new() -> PathBuf {
        PathBuf { inner: OsString::new() }
    }

    pub fn as_path(&self) -> &Path {
        self
    }

    pub fn push<P: AsRef<Path>>(&mut self, path: P) {
        self._push(path.as_ref())
    }

    fn _push(&mut self, path: &Path) {
        if path.is_absolute() {
            self.inner = path.as_os_str().to_os_string();
            return;
        }
        let needs_separator = !matches!(self.inner.as_encoded_bytes(), [] | [.., b'/']);
        if needs_separator {
            self.inner.push("/");
        }
        self.inner.push(path.as_os_str());
    }

    pub fn pop(&mut self) -> bool {
        match self.parent().map(Path::to_path_buf) {
            Some(parent) => {
                *self = parent;
                true
            }
            None => false,
        }
    }

    pub fn set_extension<S: AsRef<OsStr>>(&mut self, extension: S) -> bool {
        let Some(stem) = self.file_stem() else { return false };
        let mut name = stem.to_os_string();
        name.push(".");
        name.push(extension.as_ref());
        self.pop();
        self._push(Path::new(&name));
        true
    }

    pub fn into_os_string(self) -> OsString {
        self.inner
    }
}

impl Path {
    pub fn new<S: AsRef<OsStr> + ?Sized>(s: &S) -> &Path {
        unsafe { &*(s.as_ref() as *const OsStr as *const Path) }
    }

    fn from_bytes(bytes: &[u8]) -> &Path {
        Path::new(os_str(bytes))
    }

    pub fn as_os_str(&self) -> &OsStr {
        &self.inner
    }

    pub fn to_str(&self) -> Option<&str> {
        self.inner.to_str()
    }

    pub fn to_string_lossy(&self) -> Cow<'_, str> {
        self.inner.to_string_lossy()
    }

    pub fn to_path_buf(&self) -> PathBuf {
        PathBuf::from(self.inner.to_os_string())
    }

    pub fn is_absolute(&self) -> bool {
        matches!(self.inner.as_encoded_bytes(), [b'/', ..])
    }

    pub fn is_relative(&self) -> bool {
        !self.is_absolute()
    }

    pub fn has_root(&self) -> bool {
        self.is_absolute()
    }

    pub fn parent(&self) -> Option<&Path> {
        let mut comps = self.components();
        match comps.next_back()? {
            Component::RootDir => None,
            _ => Some(comps.as_path()),
        }
    }

    pub fn file_name(&self) -> Option<&OsStr> {
        self.components().next_back().and_then(|p| match p {
            Component::Normal(p) => Some(p),
            _ => None,
        })
    }

    fn split_name(&self) -> (Option<&OsStr>, Option<&OsStr>) {
        let Some(name) = self.file_name() else { return (None, None) };
        let bytes = name.as_encoded_bytes();
        match bytes.iter().rposition(|byte| *byte == b'.') {
            None | Some(0) => (Some(name), None),
            Some(dot) => (Some(os_str(&bytes[..dot])), Some(os_str(&bytes[dot + 1..]))),
        }
    }

    pub fn file_stem(&self) -> Option<&OsStr> {
        self.split_name().0
    }

    pub fn extension(&self) -> Option<&OsStr> {
        self.split_name().1
    }

    pub fn strip_prefix<P>(&self, base: P) -> Result<&Path, StripPrefixError>
    where
        P: AsRef<Path>,
    {
        self._strip_prefix(base.as_ref())
    }

    fn _strip_prefix(&self, base: &Path) -> Result<&Path, StripPrefixError> {
        let mut rest = self.components();
        for expected in base.components() {
            if rest.next() != Some(expected) {
                return Err(StripPrefixError(()));
            }
        }
        Ok(rest.as_path())
    }

    pub fn starts_with<P: AsRef<Path>>(&self, base: P) -> bool {
        self._strip_prefix(base.as_ref()).is_ok()
    }

    pub fn ends_with<P: AsRef<Path>>(&self, child: P) -> bool {
        let mut comps = self.components();
        child.as_ref().components().rev().all(|expected| comps.next_back() == Some(expected))
    }

    pub fn join<P: AsRef<Path>>(&self, path: P) -> PathBuf {
        let mut buf = self.to_path_buf();
        buf._push(path.as_ref());
        buf
    }

    pub fn with_extension<S: AsRef<OsStr>>(&self, extension: S) -> PathBuf {
        let mut buf = self.to_path_buf();
        buf.set_extension(extension);
        buf
    }

    pub fn with_file_name<S: AsRef<OsStr>>(&self, file_name: S) -> PathBuf {
        let mut buf = self.to_path_buf();
        buf.pop();
        buf._push(Path::new(file_name.as_ref()));
        buf
    }

    pub fn components(&self) -> Components<'_> {
        Components { path: self.inner.as_encoded_bytes(), at_root: self.is_absolute() }
    }

    pub fn ancestors(&self) -> Ancestors<'_> {
        Ancestors { next: Some(self) }
    }

    pub fn display(&self) -> Display<'_> {
        Display { path: self }
    }

    pub fn exists(&self) -> bool {
        fs::metadata(self).is_ok()
    }

    pub fn is_file(&self) -> bool {
        fs::metadata(self).map(|m| m.is_file()).unwrap_or(false)
    }

    pub fn is_dir(&self) -> bool {
        fs::metadata(self).map(|m| m.is_dir()).unwrap_or(false)
    }

    pub fn canonicalize(&self) -> io::Result<PathBuf> {
        fs::canonicalize(self)
    }

    pub fn read_dir(&self) -> io::Result<fs::ReadDir> {
        fs::read_dir(self)
    }
}

#[derive(Copy, Clone)]
pub struct Ancestors<'a> {
    next: Option<&'a Path>,
}

impl<'a> Iterator for Ancestors<'a> {
    type Item = &'a Path;

    fn next(&mut self) -> Option<&'a Path> {
        let next = self.next;
        self.next = next.and_then(Path::parent);
        next
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StripPrefixError(());

impl fmt::Display for StripPrefixError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        "prefix not found".fmt(f)
    }
}

impl error::Error for StripPrefixError {}

pub struct Display<'a> {
    path: &'a Path,
}

impl fmt::Display for Display<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&*self.path.to_string_lossy(), f)
    }
}

impl fmt::Debug for Display<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.path, f)
    }
}

impl ops::Deref for PathBuf {
    type Target = Path;

    #[inline]
    fn deref(&self) -> &Path {
        Path::new(&self.inner)
    }
}

impl Borrow<Path> for PathBuf {
    #[inline]
    fn borrow(&self) -> &Path {
        self
    }
}

impl ToOwned for Path {
    type Owned = PathBuf;

    #[inline]
    fn to_owned(&self) -> PathBuf {
        self.to_path_buf()
    }
}

impl From<OsString> for PathBuf {
    #[inline]
    fn from(s: OsString) -> PathBuf {
        PathBuf { inner: s }
    }
}

impl From<String> for PathBuf {
    #[inline]
    fn from(s: String) -> PathBuf {
        PathBuf::from(OsString::from(s))
    }
}

impl<T: ?Sized + AsRef<OsStr>> From<&T> for PathBuf {
    #[inline]
    fn from(s: &T) -> PathBuf {
        PathBuf::from(s.as_ref().to_os_string())
    }
}

impl<P: AsRef<Path>> FromIterator<P> for PathBuf {
    fn from_iter<I: IntoIterator<Item = P>>(iter: I) -> PathBuf {
        let mut buf = PathBuf::new();
        iter.into_iter().for_each(|p| buf.push(p.as_ref()));
        buf
    }
}

macro_rules! as_ref_path {
    ($($ty:ty)*) => {$(
        impl AsRef<Path> for $ty {
            #[inline]
            fn as_ref(&self) -> &Path {
                Path::new(self)
            }
        }
    )*};
}

as_ref_path! { OsStr OsString str String }

impl AsRef<Path> for Path {
    #[inline]
    fn as_ref(&self) -> &Path {
        self
    }
}

impl AsRef<Path> for PathBuf {
    #[inline]
    fn as_ref(&self) -> &Path {
        self
    }
}

impl AsRef<OsStr> for Path {
    #[inline]
    fn as_ref(&self) -> &OsStr {
        &self.inner
    }
}

impl AsRef<OsStr> for PathBuf {
    #[inline]
    fn as_ref(&self) -> &OsStr {
        &self.inner
    }
}

impl PartialEq for Path {
    fn eq(&self, other: &Path) -> bool {
        self.components().eq(other.components())
    }
}

impl Eq for Path {}

impl PartialEq for PathBuf {
    fn eq(&self, other: &PathBuf) -> bool {
        **self == **other
    }
}

impl Eq for PathBuf {}

impl PartialOrd for Path {
    fn partial_cmp(&self, other: &Path) -> Option<cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Path {
    fn cmp(&self, other: &Path) -> cmp::Ordering {
        self.components().cmp(other.components())
    }
}

impl PartialOrd for PathBuf {
    fn partial_cmp(&self, other: &PathBuf) -> Option<cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for PathBuf {
    fn cmp(&self, other: &PathBuf) -> cmp::Ordering {
        (**self).cmp(&**other)
    }
}

impl hash::Hash for Path {
    fn hash<H: hash::Hasher>(&self, h: &mut H) {
        for component in self.components() {
            component.hash(h);
        }
    }
}

impl hash::Hash for PathBuf {
    fn hash<H: hash::Hasher>(&self, h: &mut H) {
        self.as_path().hash(h)
    }
}

impl fmt::Debug for Path {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.inner, formatter)
    }
}

impl fmt::Debug for PathBuf {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, formatter)
    }
}
