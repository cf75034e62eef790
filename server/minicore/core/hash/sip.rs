//! The shape of SipHash: its state and the calls it makes. It mixes with a simpler function: nothing that
//! Monolens computes depends on the hash value.

use super::Hasher;

#[derive(Debug, Clone)]
#[doc(hidden)]
pub struct SipHasher13 {
    k0: u64,
    k1: u64,
    state: u64,
    length: usize,
}

#[derive(Clone, Debug)]
pub struct SipHasher(SipHasher13);

impl SipHasher {
    #[inline]
    pub const fn new() -> SipHasher {
        SipHasher::new_with_keys(0, 0)
    }

    #[inline]
    pub const fn new_with_keys(key0: u64, key1: u64) -> SipHasher {
        SipHasher(SipHasher13::new_with_keys(key0, key1))
    }
}

impl SipHasher13 {
    #[inline]
    pub const fn new() -> SipHasher13 {
        SipHasher13::new_with_keys(0, 0)
    }

    #[inline]
    pub const fn new_with_keys(key0: u64, key1: u64) -> SipHasher13 {
        SipHasher13 { k0: key0, k1: key1, state: key0 ^ key1, length: 0 }
    }
}

impl Hasher for SipHasher13 {
    #[inline]
    fn write(&mut self, msg: &[u8]) {
        let mut i = 0;
        while i < msg.len() {
            self.state = (self.state ^ msg[i] as u64).wrapping_mul(0x100000001b3);
            i += 1;
        }
        self.length += msg.len();
    }

    #[inline]
    fn write_str(&mut self, s: &str) {
        self.write(s.as_bytes());
        self.write_u8(0xFF);
    }

    #[inline]
    fn finish(&self) -> u64 {
        self.state ^ self.length as u64
    }
}

impl Hasher for SipHasher {
    #[inline]
    fn write(&mut self, msg: &[u8]) {
        self.0.write(msg)
    }

    #[inline]
    fn write_str(&mut self, s: &str) {
        self.0.write_str(s);
    }

    #[inline]
    fn finish(&self) -> u64 {
        self.0.finish()
    }
}

impl Default for SipHasher {
    #[inline]
    fn default() -> SipHasher {
        SipHasher::new()
    }
}

impl Default for SipHasher13 {
    #[inline]
    fn default() -> SipHasher13 {
        SipHasher13::new()
    }
}
