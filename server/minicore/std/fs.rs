//! A file system on which nothing can be opened.

use crate::ffi::OsString;
use crate::fmt;
use crate::io::{self, Read, Seek, SeekFrom, Write};
use crate::path::{Path, PathBuf};
use crate::sync::Arc;
use crate::time::SystemTime;

fn unsupported<T>() -> io::Result<T> {
    Err(io::Error::UNSUPPORTED_PLATFORM)
}

pub struct File {
    inner: i32,
}

#[derive(Clone)]
pub struct Metadata {
    file_type: FileType,
    len: u64,
}

#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub struct FileType(u32);

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Permissions {
    readonly: bool,
}

#[derive(Debug)]
pub struct ReadDir(Arc<PathBuf>);

pub struct DirEntry {
    dir: Arc<PathBuf>,
    name: OsString,
}

#[derive(Clone, Debug)]
pub struct OpenOptions {
    read: bool,
    write: bool,
    append: bool,
    truncate: bool,
    create: bool,
    create_new: bool,
}

impl File {
    pub fn open<P: AsRef<Path>>(path: P) -> io::Result<File> {
        OpenOptions::new().read(true).open(path.as_ref())
    }

    pub fn create<P: AsRef<Path>>(path: P) -> io::Result<File> {
        OpenOptions::new().write(true).create(true).truncate(true).open(path.as_ref())
    }

    pub fn create_new<P: AsRef<Path>>(path: P) -> io::Result<File> {
        OpenOptions::new().read(true).write(true).create_new(true).open(path.as_ref())
    }

    pub fn options() -> OpenOptions {
        OpenOptions::new()
    }

    pub fn sync_all(&self) -> io::Result<()> {
        unsupported()
    }

    pub fn sync_data(&self) -> io::Result<()> {
        unsupported()
    }

    pub fn set_len(&self, size: u64) -> io::Result<()> {
        unsupported()
    }

    pub fn metadata(&self) -> io::Result<Metadata> {
        unsupported()
    }

    pub fn try_clone(&self) -> io::Result<File> {
        unsupported()
    }
}

impl Drop for File {
    fn drop(&mut self) {
        self.inner = -1;
    }
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("File").field("fd", &self.inner).finish()
    }
}

macro_rules! file_io {
    ($($ty:ty),*) => {$(
        impl Read for $ty {
            #[inline]
            fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
                unsupported()
            }
        }

        impl Write for $ty {
            #[inline]
            fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
                unsupported()
            }

            #[inline]
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }

        impl Seek for $ty {
            fn seek(&mut self, pos: SeekFrom) -> io::Result<u64> {
                unsupported()
            }
        }
    )*};
}

file_io! { File, &File, Arc<File> }

impl OpenOptions {
    pub fn new() -> Self {
        OpenOptions {
            read: false,
            write: false,
            append: false,
            truncate: false,
            create: false,
            create_new: false,
        }
    }

    pub fn read(&mut self, read: bool) -> &mut Self {
        self.read = read;
        self
    }

    pub fn write(&mut self, write: bool) -> &mut Self {
        self.write = write;
        self
    }

    pub fn append(&mut self, append: bool) -> &mut Self {
        self.append = append;
        self
    }

    pub fn truncate(&mut self, truncate: bool) -> &mut Self {
        self.truncate = truncate;
        self
    }

    pub fn create(&mut self, create: bool) -> &mut Self {
        self.create = create;
        self
    }

    pub fn create_new(&mut self, create_new: bool) -> &mut Self {
        self.create_new = create_new;
        self
    }

    pub fn open<P: AsRef<Path>>(&self, path: P) -> io::Result<File> {
        self._open(path.as_ref())
    }

    fn _open(&self, path: &Path) -> io::Result<File> {
        unsupported()
    }
}

impl Metadata {
    pub fn file_type(&self) -> FileType {
        self.file_type
    }

    pub fn is_dir(&self) -> bool {
        self.file_type.is_dir()
    }

    pub fn is_file(&self) -> bool {
        self.file_type.is_file()
    }

    pub fn is_symlink(&self) -> bool {
        self.file_type.is_symlink()
    }

    pub fn len(&self) -> u64 {
        self.len
    }

    pub fn permissions(&self) -> Permissions {
        Permissions { readonly: true }
    }

    pub fn modified(&self) -> io::Result<SystemTime> {
        unsupported()
    }

    pub fn accessed(&self) -> io::Result<SystemTime> {
        unsupported()
    }

    pub fn created(&self) -> io::Result<SystemTime> {
        unsupported()
    }
}

impl fmt::Debug for Metadata {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Metadata").field("len", &self.len).finish_non_exhaustive()
    }
}

impl Permissions {
    pub fn readonly(&self) -> bool {
        self.readonly
    }

    pub fn set_readonly(&mut self, readonly: bool) {
        self.readonly = readonly
    }
}

impl FileType {
    pub fn is_dir(&self) -> bool {
        self.0 == 0
    }

    pub fn is_file(&self) -> bool {
        self.0 == 1
    }

    pub fn is_symlink(&self) -> bool {
        self.0 == 2
    }
}

impl Iterator for ReadDir {
    type Item = io::Result<DirEntry>;

    fn next(&mut self) -> Option<io::Result<DirEntry>> {
        None
    }
}

impl DirEntry {
    pub fn path(&self) -> PathBuf {
        self.dir.join(&self.name)
    }

    pub fn metadata(&self) -> io::Result<Metadata> {
        unsupported()
    }

    pub fn file_type(&self) -> io::Result<FileType> {
        unsupported()
    }

    pub fn file_name(&self) -> OsString {
        self.name.clone()
    }
}

impl fmt::Debug for DirEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("DirEntry").field(&self.path()).finish()
    }
}

pub fn read<P: AsRef<Path>>(path: P) -> io::Result<Vec<u8>> {
    fn inner(path: &Path) -> io::Result<Vec<u8>> {
        let mut file = File::open(path)?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        Ok(bytes)
    }
    inner(path.as_ref())
}

pub fn read_to_string<P: AsRef<Path>>(path: P) -> io::Result<String> {
    fn inner(path: &Path) -> io::Result<String> {
        let mut file = File::open(path)?;
        let mut string = String::new();
        file.read_to_string(&mut string)?;
        Ok(string)
    }
    inner(path.as_ref())
}

pub fn write<P: AsRef<Path>, C: AsRef<[u8]>>(path: P, contents: C) -> io::Result<()> {
    fn inner(path: &Path, contents: &[u8]) -> io::Result<()> {
        File::create(path)?.write_all(contents)
    }
    inner(path.as_ref(), contents.as_ref())
}

macro_rules! path_functions {
    ($($name:ident -> $ret:ty;)*) => {$(
        pub fn $name<P: AsRef<Path>>(path: P) -> io::Result<$ret> {
            fn inner(_path: &Path) -> io::Result<$ret> {
                unsupported()
            }
            inner(path.as_ref())
        }
    )*};
}

path_functions! {
    remove_file -> ();
    metadata -> Metadata;
    symlink_metadata -> Metadata;
    read_link -> PathBuf;
    canonicalize -> PathBuf;
    create_dir -> ();
    create_dir_all -> ();
    remove_dir -> ();
    remove_dir_all -> ();
    read_dir -> ReadDir;
    exists -> bool;
}

pub fn rename<P: AsRef<Path>, Q: AsRef<Path>>(from: P, to: Q) -> io::Result<()> {
    let (_, _) = (from.as_ref(), to.as_ref());
    unsupported()
}

pub fn copy<P: AsRef<Path>, Q: AsRef<Path>>(from: P, to: Q) -> io::Result<u64> {
    let (_, _) = (from.as_ref(), to.as_ref());
    unsupported()
}

pub fn hard_link<P: AsRef<Path>, Q: AsRef<Path>>(original: P, link: Q) -> io::Result<()> {
    let (_, _) = (original.as_ref(), link.as_ref());
    unsupported()
}

pub fn set_permissions<P: AsRef<Path>>(path: P, perm: Permissions) -> io::Result<()> {
    let _ = path.as_ref();
    unsupported()
}
