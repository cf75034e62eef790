//! `BufReader`.

use crate::fmt;
use crate::io::{self, BufRead, DEFAULT_BUF_SIZE, Read, Seek, SeekFrom};

struct Buffer {
    buf: Box<[u8]>,
    pos: usize,
    filled: usize,
}

pub struct BufReader<R: ?Sized> {
    buf: Buffer,
    inner: R,
}

impl<R: Read> BufReader<R> {
    pub fn new(inner: R) -> BufReader<R> {
        BufReader::with_capacity(DEFAULT_BUF_SIZE, inner)
    }

    pub fn with_capacity(capacity: usize, inner: R) -> BufReader<R> {
        let buf = crate::vec::from_elem(0u8, capacity).into_boxed_slice();
        BufReader { buf: Buffer { buf, pos: 0, filled: 0 }, inner }
    }
}

impl<R: ?Sized> BufReader<R> {
    pub fn get_ref(&self) -> &R {
        &self.inner
    }

    pub fn get_mut(&mut self) -> &mut R {
        &mut self.inner
    }

    pub fn buffer(&self) -> &[u8] {
        &self.buf.buf[self.buf.pos..self.buf.filled]
    }

    pub fn capacity(&self) -> usize {
        self.buf.buf.len()
    }

    pub fn into_inner(self) -> R
    where
        R: Sized,
    {
        self.inner
    }
}

impl<R: ?Sized + Read> Read for BufReader<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        if self.buf.pos == self.buf.filled && buf.len() >= self.capacity() {
            return self.inner.read(buf);
        }
        let mut rest = self.fill_buf()?;
        let nread = rest.read(buf)?;
        self.consume(nread);
        Ok(nread)
    }
}

impl<R: ?Sized + Read> BufRead for BufReader<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.buf.pos >= self.buf.filled {
            self.buf.filled = self.inner.read(&mut self.buf.buf)?;
            self.buf.pos = 0;
        }
        Ok(self.buffer())
    }

    fn consume(&mut self, amt: usize) {
        self.buf.pos = crate::cmp::min(self.buf.pos + amt, self.buf.filled);
    }
}

impl<R: ?Sized + Seek> Seek for BufReader<R> {
    fn seek(&mut self, pos: SeekFrom) -> io::Result<u64> {
        let result = match pos {
            SeekFrom::Current(n) => {
                let remainder = (self.buf.filled - self.buf.pos) as i64;
                self.inner.seek(SeekFrom::Current(n - remainder))?
            }
            other => self.inner.seek(other)?,
        };
        self.buf.pos = 0;
        self.buf.filled = 0;
        Ok(result)
    }
}

impl<R> fmt::Debug for BufReader<R>
where
    R: ?Sized + fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BufReader").field("reader", &&self.inner).finish()
    }
}
