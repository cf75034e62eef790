//! The traits of `io` on references, boxes, slices and vectors.

use crate::alloc::Allocator;
use crate::collections::VecDeque;
use crate::io::{self, BufRead, IoSlice, IoSliceMut, Read, Seek, SeekFrom, Write};
use crate::{cmp, fmt, mem};

macro_rules! forward {
    ($($target:ty),*) => {$(
        impl<T: Read + ?Sized> Read for $target {
            #[inline]
            fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
                (**self).read(buf)
            }

            #[inline]
            fn read_vectored(&mut self, bufs: &mut [IoSliceMut<'_>]) -> io::Result<usize> {
                (**self).read_vectored(bufs)
            }

            #[inline]
            fn is_read_vectored(&self) -> bool {
                (**self).is_read_vectored()
            }

            #[inline]
            fn read_to_end(&mut self, buf: &mut Vec<u8>) -> io::Result<usize> {
                (**self).read_to_end(buf)
            }

            #[inline]
            fn read_to_string(&mut self, buf: &mut String) -> io::Result<usize> {
                (**self).read_to_string(buf)
            }

            #[inline]
            fn read_exact(&mut self, buf: &mut [u8]) -> io::Result<()> {
                (**self).read_exact(buf)
            }
        }

        impl<T: Write + ?Sized> Write for $target {
            #[inline]
            fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
                (**self).write(buf)
            }

            #[inline]
            fn write_vectored(&mut self, bufs: &[IoSlice<'_>]) -> io::Result<usize> {
                (**self).write_vectored(bufs)
            }

            #[inline]
            fn is_write_vectored(&self) -> bool {
                (**self).is_write_vectored()
            }

            #[inline]
            fn flush(&mut self) -> io::Result<()> {
                (**self).flush()
            }

            #[inline]
            fn write_all(&mut self, buf: &[u8]) -> io::Result<()> {
                (**self).write_all(buf)
            }

            #[inline]
            fn write_all_vectored(&mut self, bufs: &mut [IoSlice<'_>]) -> io::Result<()> {
                (**self).write_all_vectored(bufs)
            }

            #[inline]
            fn write_fmt(&mut self, args: fmt::Arguments<'_>) -> io::Result<()> {
                (**self).write_fmt(args)
            }
        }

        impl<T: Seek + ?Sized> Seek for $target {
            #[inline]
            fn seek(&mut self, pos: SeekFrom) -> io::Result<u64> {
                (**self).seek(pos)
            }

            #[inline]
            fn rewind(&mut self) -> io::Result<()> {
                (**self).rewind()
            }

            #[inline]
            fn stream_len(&mut self) -> io::Result<u64> {
                (**self).stream_len()
            }

            #[inline]
            fn stream_position(&mut self) -> io::Result<u64> {
                (**self).stream_position()
            }

            #[inline]
            fn seek_relative(&mut self, offset: i64) -> io::Result<()> {
                (**self).seek_relative(offset)
            }
        }

        impl<T: BufRead + ?Sized> BufRead for $target {
            #[inline]
            fn fill_buf(&mut self) -> io::Result<&[u8]> {
                (**self).fill_buf()
            }

            #[inline]
            fn consume(&mut self, amt: usize) {
                (**self).consume(amt)
            }

            #[inline]
            fn has_data_left(&mut self) -> io::Result<bool> {
                (**self).has_data_left()
            }

            #[inline]
            fn read_until(&mut self, byte: u8, buf: &mut Vec<u8>) -> io::Result<usize> {
                (**self).read_until(byte, buf)
            }

            #[inline]
            fn skip_until(&mut self, byte: u8) -> io::Result<usize> {
                (**self).skip_until(byte)
            }

            #[inline]
            fn read_line(&mut self, buf: &mut String) -> io::Result<usize> {
                (**self).read_line(buf)
            }
        }
    )*};
}

forward! { &mut T, Box<T> }

impl Read for &[u8] {
    #[inline]
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let amt = cmp::min(buf.len(), self.len());
        let (a, b) = self.split_at(amt);
        buf[..amt].copy_from_slice(a);
        *self = b;
        Ok(amt)
    }

    #[inline]
    fn read_to_end(&mut self, buf: &mut Vec<u8>) -> io::Result<usize> {
        let len = self.len();
        buf.extend_from_slice(*self);
        *self = &self[len..];
        Ok(len)
    }
}

impl BufRead for &[u8] {
    #[inline]
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        Ok(*self)
    }

    #[inline]
    fn consume(&mut self, amt: usize) {
        *self = &self[amt..];
    }
}

impl Write for &mut [u8] {
    #[inline]
    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        let amt = cmp::min(data.len(), self.len());
        let (a, b) = mem::take(self).split_at_mut(amt);
        a.copy_from_slice(&data[..amt]);
        *self = b;
        Ok(amt)
    }

    #[inline]
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<A: Allocator> Write for Vec<u8, A> {
    #[inline]
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        self.extend_from_slice(buf);
        Ok(buf.len())
    }

    #[inline]
    fn is_write_vectored(&self) -> bool {
        true
    }

    #[inline]
    fn write_all(&mut self, buf: &[u8]) -> io::Result<()> {
        self.extend_from_slice(buf);
        Ok(())
    }

    #[inline]
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<A: Allocator> Read for VecDeque<u8, A> {
    #[inline]
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let mut n = 0;
        while n < buf.len() {
            match self.pop_front() {
                Some(byte) => buf[n] = byte,
                None => break,
            }
            n += 1;
        }
        Ok(n)
    }
}

impl<A: Allocator> Write for VecDeque<u8, A> {
    #[inline]
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        self.extend(buf);
        Ok(buf.len())
    }

    #[inline]
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
