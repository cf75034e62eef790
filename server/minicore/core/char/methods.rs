//! Methods of `char`. Classification beyond ASCII is coarse: no mono item depends on its tables.

use super::{EscapeDebug, EscapeDefault, EscapeUnicode, ToLowercase, ToUppercase, from_digit};

impl char {
    pub const MIN: char = '\0';
    pub const MAX: char = '\u{10FFFF}';
    pub const MAX_LEN_UTF8: usize = 4;
    pub const MAX_LEN_UTF16: usize = 2;
    pub const REPLACEMENT_CHARACTER: char = '\u{FFFD}';

    #[inline]
    pub const fn from_u32(i: u32) -> Option<char> {
        super::from_u32(i)
    }

    #[inline]
    pub const unsafe fn from_u32_unchecked(i: u32) -> char {
        unsafe { super::from_u32_unchecked(i) }
    }

    #[inline]
    pub const fn from_digit(num: u32, radix: u32) -> Option<char> {
        from_digit(num, radix)
    }

    #[inline]
    pub const fn is_digit(self, radix: u32) -> bool {
        self.to_digit(radix).is_some()
    }

    #[inline]
    pub const fn to_digit(self, radix: u32) -> Option<u32> {
        let value = match self {
            '0'..='9' => self as u32 - '0' as u32,
            'a'..='z' => self as u32 - 'a' as u32 + 10,
            'A'..='Z' => self as u32 - 'A' as u32 + 10,
            _ => return None,
        };
        if value < radix { Some(value) } else { None }
    }

    #[inline]
    pub fn escape_unicode(self) -> EscapeUnicode {
        let mut chars = ['\0'; 10];
        chars[0] = '\\';
        chars[1] = 'u';
        chars[2] = '{';
        let mut digits = 1;
        while digits < 6 && (self as u32) >> (4 * digits) != 0 {
            digits += 1;
        }
        let mut i = 0;
        while i < digits {
            let digit = (self as u32 >> (4 * (digits - 1 - i))) & 0xf;
            chars[3 + i] = from_digit(digit, 16).unwrap();
            i += 1;
        }
        chars[3 + digits] = '}';
        EscapeUnicode::new(chars, 4 + digits)
    }

    #[inline]
    pub fn escape_debug(self) -> EscapeDebug {
        let escape = self.escape_default();
        EscapeDebug { chars: escape.chars, position: escape.position, len: escape.len }
    }

    #[inline]
    pub fn escape_default(self) -> EscapeDefault {
        let mut chars = ['\0'; 10];
        let short = match self {
            '\t' => 't',
            '\r' => 'r',
            '\n' => 'n',
            '\\' | '\'' | '"' => self,
            '\x20'..='\x7e' => {
                chars[0] = self;
                return EscapeDefault::new(chars, 1);
            }
            _ => {
                let escape = self.escape_unicode();
                return EscapeDefault { chars: escape.chars, position: escape.position, len: escape.len };
            }
        };
        chars[0] = '\\';
        chars[1] = short;
        EscapeDefault::new(chars, 2)
    }

    #[inline]
    pub const fn len_utf8(self) -> usize {
        match self as u32 {
            0..=0x7F => 1,
            0x80..=0x7FF => 2,
            0x800..=0xFFFF => 3,
            _ => 4,
        }
    }

    #[inline]
    pub const fn len_utf16(self) -> usize {
        if self as u32 > 0xFFFF { 2 } else { 1 }
    }

    #[inline]
    pub const fn encode_utf8(self, dst: &mut [u8]) -> &mut str {
        let code = self as u32;
        let len = self.len_utf8();
        match len {
            1 => dst[0] = code as u8,
            2 => {
                dst[0] = (code >> 6) as u8 | 0xC0;
                dst[1] = (code & 0x3F) as u8 | 0x80;
            }
            3 => {
                dst[0] = (code >> 12) as u8 | 0xE0;
                dst[1] = (code >> 6 & 0x3F) as u8 | 0x80;
                dst[2] = (code & 0x3F) as u8 | 0x80;
            }
            _ => {
                dst[0] = (code >> 18) as u8 | 0xF0;
                dst[1] = (code >> 12 & 0x3F) as u8 | 0x80;
                dst[2] = (code >> 6 & 0x3F) as u8 | 0x80;
                dst[3] = (code & 0x3F) as u8 | 0x80;
            }
        }
        unsafe { crate::str::from_raw_parts_mut(dst.as_mut_ptr(), len) }
    }

    #[inline]
    pub fn is_alphabetic(self) -> bool {
        match self {
            'a'..='z' | 'A'..='Z' => true,
            c => c > '\x7f' && !c.is_whitespace(),
        }
    }

    #[inline]
    pub const fn is_lowercase(self) -> bool {
        self.is_ascii_lowercase()
    }

    #[inline]
    pub const fn is_uppercase(self) -> bool {
        self.is_ascii_uppercase()
    }

    #[inline]
    pub const fn is_whitespace(self) -> bool {
        matches!(self, ' ' | '\x09'..='\x0d' | '\u{85}' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{3000}')
    }

    #[inline]
    pub fn is_alphanumeric(self) -> bool {
        self.is_alphabetic() || self.is_numeric()
    }

    #[inline]
    pub const fn is_control(self) -> bool {
        matches!(self, '\0'..='\x1f' | '\x7f'..='\u{9f}')
    }

    #[inline]
    pub const fn is_numeric(self) -> bool {
        self.is_ascii_digit()
    }

    #[inline]
    pub fn to_lowercase(self) -> ToLowercase {
        ToLowercase::new([self.to_ascii_lowercase(), '\0', '\0'], 1)
    }

    #[inline]
    pub fn to_uppercase(self) -> ToUppercase {
        ToUppercase::new([self.to_ascii_uppercase(), '\0', '\0'], 1)
    }

    #[inline]
    pub const fn is_ascii(&self) -> bool {
        *self as u32 <= 0x7F
    }

    #[inline]
    pub const fn to_ascii_uppercase(&self) -> char {
        if self.is_ascii_lowercase() { (*self as u8).to_ascii_uppercase() as char } else { *self }
    }

    #[inline]
    pub const fn to_ascii_lowercase(&self) -> char {
        if self.is_ascii_uppercase() { (*self as u8).to_ascii_lowercase() as char } else { *self }
    }

    #[inline]
    pub const fn eq_ignore_ascii_case(&self, other: &char) -> bool {
        self.to_ascii_lowercase() as u32 == other.to_ascii_lowercase() as u32
    }

    #[inline]
    pub const fn make_ascii_uppercase(&mut self) {
        *self = self.to_ascii_uppercase();
    }

    #[inline]
    pub const fn make_ascii_lowercase(&mut self) {
        *self = self.to_ascii_lowercase();
    }

    #[inline]
    pub const fn is_ascii_alphabetic(&self) -> bool {
        matches!(*self, 'A'..='Z' | 'a'..='z')
    }

    #[inline]
    pub const fn is_ascii_uppercase(&self) -> bool {
        matches!(*self, 'A'..='Z')
    }

    #[inline]
    pub const fn is_ascii_lowercase(&self) -> bool {
        matches!(*self, 'a'..='z')
    }

    #[inline]
    pub const fn is_ascii_alphanumeric(&self) -> bool {
        matches!(*self, '0'..='9' | 'A'..='Z' | 'a'..='z')
    }

    #[inline]
    pub const fn is_ascii_digit(&self) -> bool {
        matches!(*self, '0'..='9')
    }

    #[inline]
    pub const fn is_ascii_hexdigit(&self) -> bool {
        matches!(*self, '0'..='9' | 'A'..='F' | 'a'..='f')
    }

    #[inline]
    pub const fn is_ascii_punctuation(&self) -> bool {
        matches!(*self, '!'..='/' | ':'..='@' | '['..='`' | '{'..='~')
    }

    #[inline]
    pub const fn is_ascii_graphic(&self) -> bool {
        matches!(*self, '!'..='~')
    }

    #[inline]
    pub const fn is_ascii_whitespace(&self) -> bool {
        matches!(*self, '\t' | '\n' | '\x0C' | '\r' | ' ')
    }

    #[inline]
    pub const fn is_ascii_control(&self) -> bool {
        matches!(*self, '\0'..='\x1F' | '\x7F')
    }
}
