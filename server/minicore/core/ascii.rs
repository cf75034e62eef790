//! ASCII bytes.

use crate::fmt::{self, Write};

#[derive(Clone, Debug)]
pub struct EscapeDefault {
    bytes: [u8; 4],
    position: usize,
    len: usize,
}

pub fn escape_default(c: u8) -> EscapeDefault {
    let digits = b"0123456789abcdef";
    let (bytes, len) = match c {
        b'\t' => ([b'\\', b't', 0, 0], 2),
        b'\r' => ([b'\\', b'r', 0, 0], 2),
        b'\n' => ([b'\\', b'n', 0, 0], 2),
        b'\\' | b'\'' | b'"' => ([b'\\', c, 0, 0], 2),
        0x20..=0x7e => ([c, 0, 0, 0], 1),
        _ => ([b'\\', b'x', digits[(c >> 4) as usize], digits[(c & 0xf) as usize]], 4),
    };
    EscapeDefault { bytes, position: 0, len }
}

impl Iterator for EscapeDefault {
    type Item = u8;

    #[inline]
    fn next(&mut self) -> Option<u8> {
        if self.position == self.len {
            return None;
        }
        self.position += 1;
        Some(self.bytes[self.position - 1])
    }
}

impl fmt::Display for EscapeDefault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for byte in self.clone() {
            f.write_char(byte as char)?;
        }
        Ok(())
    }
}
