//! The iterators over strings.

use super::from_utf8_unchecked;
use super::pattern::{Pattern, ReverseSearcher, Searcher};
use crate::fmt::{self, Write as _};
use crate::iter::{Copied, FlatMap, FusedIterator};
use crate::{char as char_mod, slice};

#[derive(Clone)]
pub struct Chars<'a> {
    pub(super) iter: slice::Iter<'a, u8>,
}

impl<'a> Chars<'a> {
    #[inline]
    pub fn as_str(&self) -> &'a str {
        unsafe { from_utf8_unchecked(self.iter.as_slice()) }
    }
}

#[inline]
fn next_code_point<'a, I: Iterator<Item = &'a u8>>(bytes: &mut I) -> Option<u32> {
    let x = *bytes.next()?;
    if x < 128 {
        return Some(x as u32);
    }
    let mut continuation = || match bytes.next() {
        Some(byte) => (*byte & 0x3F) as u32,
        None => 0,
    };
    let ch = ((x & 0x1F) as u32) << 6 | continuation();
    if x < 0xE0 {
        return Some(ch);
    }
    let ch = (((x & 0xF) as u32) << 6 | ch & 0x3F) << 6 | continuation();
    if x < 0xF0 {
        return Some(ch);
    }
    Some(((x & 0x7) as u32) << 18 | (ch & 0xFFF) << 6 | continuation())
}

impl<'a> Iterator for Chars<'a> {
    type Item = char;

    #[inline]
    fn next(&mut self) -> Option<char> {
        unsafe { next_code_point(&mut self.iter).map(|ch| char::from_u32_unchecked(ch)) }
    }

    #[inline]
    fn count(self) -> usize {
        let mut count = 0;
        for byte in self.iter {
            count += byte.is_utf8_char_boundary() as usize;
        }
        count
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let n = self.iter.len();
        ((n + 3) / 4, Some(n))
    }

    #[inline]
    fn last(mut self) -> Option<char> {
        self.next_back()
    }
}

impl<'a> DoubleEndedIterator for Chars<'a> {
    #[inline]
    fn next_back(&mut self) -> Option<char> {
        let bytes = self.iter.as_slice();
        let mut start = bytes.len().checked_sub(1)?;
        while start > 0 && !bytes[start].is_utf8_char_boundary() {
            start -= 1;
        }
        let ch = next_code_point(&mut bytes[start..].iter())?;
        self.iter = bytes[..start].iter();
        Some(unsafe { char::from_u32_unchecked(ch) })
    }
}

impl FusedIterator for Chars<'_> {}

impl fmt::Debug for Chars<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Chars(")?;
        f.debug_list().entries(self.clone()).finish()?;
        f.write_str(")")
    }
}

#[derive(Clone, Debug)]
pub struct CharIndices<'a> {
    pub(super) front_offset: usize,
    pub(super) iter: Chars<'a>,
}

impl<'a> CharIndices<'a> {
    #[inline]
    pub fn as_str(&self) -> &'a str {
        self.iter.as_str()
    }

    #[inline]
    pub fn offset(&self) -> usize {
        self.front_offset
    }
}

impl<'a> Iterator for CharIndices<'a> {
    type Item = (usize, char);

    #[inline]
    fn next(&mut self) -> Option<(usize, char)> {
        let pre_len = self.iter.iter.len();
        match self.iter.next() {
            None => None,
            Some(ch) => {
                let index = self.front_offset;
                self.front_offset += pre_len - self.iter.iter.len();
                Some((index, ch))
            }
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.iter.size_hint()
    }
}

impl<'a> DoubleEndedIterator for CharIndices<'a> {
    #[inline]
    fn next_back(&mut self) -> Option<(usize, char)> {
        self.iter.next_back().map(|ch| {
            let index = self.front_offset + self.iter.iter.len();
            (index, ch)
        })
    }
}

impl FusedIterator for CharIndices<'_> {}

#[derive(Clone, Debug)]
pub struct Bytes<'a>(pub(super) Copied<slice::Iter<'a, u8>>);

impl Iterator for Bytes<'_> {
    type Item = u8;

    #[inline]
    fn next(&mut self) -> Option<u8> {
        self.0.next()
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl DoubleEndedIterator for Bytes<'_> {
    #[inline]
    fn next_back(&mut self) -> Option<u8> {
        self.0.next_back()
    }
}

impl ExactSizeIterator for Bytes<'_> {}
impl FusedIterator for Bytes<'_> {}

pub struct Split<'a, P: Pattern> {
    start: usize,
    end: usize,
    matcher: P::Searcher<'a>,
    allow_trailing_empty: bool,
    finished: bool,
}

impl<'a, P: Pattern<Searcher<'a>: Clone>> Clone for Split<'a, P> {
    fn clone(&self) -> Self {
        Split { matcher: self.matcher.clone(), ..*self }
    }
}

impl<'a, P: Pattern> Split<'a, P> {
    #[inline]
    pub(super) fn new(s: &'a str, pat: P, allow_trailing_empty: bool) -> Self {
        Split { start: 0, end: s.len(), matcher: pat.into_searcher(s), allow_trailing_empty, finished: false }
    }

    #[inline]
    fn get_end(&mut self) -> Option<&'a str> {
        if !self.finished {
            self.finished = true;

            if self.allow_trailing_empty || self.end - self.start > 0 {
                let string = unsafe { self.matcher.haystack().get_unchecked(self.start..self.end) };
                return Some(string);
            }
        }

        None
    }

    #[inline]
    fn step_back(&mut self) -> Option<&'a str>
    where
        P::Searcher<'a>: ReverseSearcher<'a>,
    {
        if self.finished {
            return None;
        }

        if !self.allow_trailing_empty {
            self.allow_trailing_empty = true;
            match self.step_back() {
                Some(elt) if !elt.is_empty() => return Some(elt),
                _ if self.finished => return None,
                _ => {}
            }
        }

        let haystack = self.matcher.haystack();
        match self.matcher.next_match_back() {
            Some((a, b)) => unsafe {
                let elt = haystack.get_unchecked(b..self.end);
                self.end = a;
                Some(elt)
            },
            None => unsafe {
                self.finished = true;
                Some(haystack.get_unchecked(self.start..self.end))
            },
        }
    }

    #[inline]
    pub fn remainder(&self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        Some(unsafe { self.matcher.haystack().get_unchecked(self.start..self.end) })
    }
}

impl<'a, P: Pattern> Iterator for Split<'a, P> {
    type Item = &'a str;

    #[inline]
    fn next(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }

        let haystack = self.matcher.haystack();
        match self.matcher.next_match() {
            Some((a, b)) => unsafe {
                let elt = haystack.get_unchecked(self.start..a);
                self.start = b;
                Some(elt)
            },
            None => self.get_end(),
        }
    }
}

impl<'a, P: Pattern<Searcher<'a>: ReverseSearcher<'a>>> DoubleEndedIterator for Split<'a, P> {
    #[inline]
    fn next_back(&mut self) -> Option<&'a str> {
        self.step_back()
    }
}

impl<'a, P: Pattern> FusedIterator for Split<'a, P> {}

pub struct RSplit<'a, P: Pattern>(pub(super) Split<'a, P>);

impl<'a, P> Iterator for RSplit<'a, P>
where
    P: Pattern<Searcher<'a>: ReverseSearcher<'a>>,
{
    type Item = &'a str;

    #[inline]
    fn next(&mut self) -> Option<&'a str> {
        self.0.step_back()
    }
}

pub struct SplitTerminator<'a, P: Pattern>(pub(super) Split<'a, P>);

impl<'a, P: Pattern> Iterator for SplitTerminator<'a, P> {
    type Item = &'a str;

    #[inline]
    fn next(&mut self) -> Option<&'a str> {
        self.0.next()
    }
}

impl<'a, P: Pattern<Searcher<'a>: ReverseSearcher<'a>>> DoubleEndedIterator for SplitTerminator<'a, P> {
    #[inline]
    fn next_back(&mut self) -> Option<&'a str> {
        self.0.step_back()
    }
}

pub struct RSplitTerminator<'a, P: Pattern>(pub(super) Split<'a, P>);

impl<'a, P> Iterator for RSplitTerminator<'a, P>
where
    P: Pattern<Searcher<'a>: ReverseSearcher<'a>>,
{
    type Item = &'a str;

    #[inline]
    fn next(&mut self) -> Option<&'a str> {
        self.0.step_back()
    }
}

pub struct SplitN<'a, P: Pattern> {
    pub(super) iter: Split<'a, P>,
    pub(super) count: usize,
}

impl<'a, P: Pattern> Iterator for SplitN<'a, P> {
    type Item = &'a str;

    #[inline]
    fn next(&mut self) -> Option<&'a str> {
        match self.count {
            0 => None,
            1 => {
                self.count = 0;
                self.iter.get_end()
            }
            _ => {
                self.count -= 1;
                self.iter.next()
            }
        }
    }
}

pub struct RSplitN<'a, P: Pattern> {
    pub(super) iter: Split<'a, P>,
    pub(super) count: usize,
}

impl<'a, P> Iterator for RSplitN<'a, P>
where
    P: Pattern<Searcher<'a>: ReverseSearcher<'a>>,
{
    type Item = &'a str;

    #[inline]
    fn next(&mut self) -> Option<&'a str> {
        match self.count {
            0 => None,
            1 => {
                self.count = 0;
                self.iter.get_end()
            }
            _ => {
                self.count -= 1;
                self.iter.step_back()
            }
        }
    }
}

pub struct SplitInclusive<'a, P: Pattern> {
    start: usize,
    end: usize,
    matcher: P::Searcher<'a>,
    finished: bool,
}

impl<'a, P: Pattern<Searcher<'a>: Clone>> Clone for SplitInclusive<'a, P> {
    fn clone(&self) -> Self {
        SplitInclusive { matcher: self.matcher.clone(), ..*self }
    }
}

impl<'a, P: Pattern> SplitInclusive<'a, P> {
    #[inline]
    pub(super) fn new(s: &'a str, pat: P) -> Self {
        SplitInclusive { start: 0, end: s.len(), matcher: pat.into_searcher(s), finished: false }
    }
}

impl<'a, P: Pattern> Iterator for SplitInclusive<'a, P> {
    type Item = &'a str;

    #[inline]
    fn next(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }

        let haystack = self.matcher.haystack();
        match self.matcher.next_match() {
            Some((_, b)) => unsafe {
                let elt = haystack.get_unchecked(self.start..b);
                self.start = b;
                Some(elt)
            },
            None => {
                self.finished = true;
                if self.start == self.end {
                    return None;
                }
                Some(unsafe { haystack.get_unchecked(self.start..self.end) })
            }
        }
    }
}

impl<'a, P: Pattern<Searcher<'a>: ReverseSearcher<'a>>> DoubleEndedIterator for SplitInclusive<'a, P> {
    #[inline]
    fn next_back(&mut self) -> Option<&'a str> {
        if self.finished || self.start == self.end {
            return None;
        }

        // A match at the very end belongs to the last piece; the one before it separates.
        let haystack = self.matcher.haystack();
        let mut separator = self.matcher.next_match_back();
        if let Some((_, b)) = separator {
            if b == self.end {
                separator = self.matcher.next_match_back();
            }
        }
        let start = match separator {
            Some((_, b)) => b,
            None => {
                self.finished = true;
                self.start
            }
        };
        let elt = unsafe { haystack.get_unchecked(start..self.end) };
        self.end = start;
        Some(elt)
    }
}

pub struct MatchIndices<'a, P: Pattern>(pub(super) P::Searcher<'a>);

impl<'a, P: Pattern> Iterator for MatchIndices<'a, P> {
    type Item = (usize, &'a str);

    #[inline]
    fn next(&mut self) -> Option<(usize, &'a str)> {
        let (start, end) = self.0.next_match()?;
        Some((start, unsafe { self.0.haystack().get_unchecked(start..end) }))
    }
}

pub struct RMatchIndices<'a, P: Pattern>(pub(super) P::Searcher<'a>);

impl<'a, P> Iterator for RMatchIndices<'a, P>
where
    P: Pattern<Searcher<'a>: ReverseSearcher<'a>>,
{
    type Item = (usize, &'a str);

    #[inline]
    fn next(&mut self) -> Option<(usize, &'a str)> {
        let (start, end) = self.0.next_match_back()?;
        Some((start, unsafe { self.0.haystack().get_unchecked(start..end) }))
    }
}

pub struct Matches<'a, P: Pattern>(pub(super) MatchIndices<'a, P>);

impl<'a, P: Pattern> Iterator for Matches<'a, P> {
    type Item = &'a str;

    #[inline]
    fn next(&mut self) -> Option<&'a str> {
        let (_, matched) = self.0.next()?;
        Some(matched)
    }
}

pub struct RMatches<'a, P: Pattern>(pub(super) RMatchIndices<'a, P>);

impl<'a, P> Iterator for RMatches<'a, P>
where
    P: Pattern<Searcher<'a>: ReverseSearcher<'a>>,
{
    type Item = &'a str;

    #[inline]
    fn next(&mut self) -> Option<&'a str> {
        let (_, matched) = self.0.next()?;
        Some(matched)
    }
}

#[derive(Clone)]
pub struct Lines<'a>(pub(super) SplitInclusive<'a, char>);

#[inline]
fn without_line_ending(line: &str) -> &str {
    let Some(line) = line.strip_suffix('\n') else { return line };
    let Some(line) = line.strip_suffix('\r') else { return line };
    line
}

impl<'a> Iterator for Lines<'a> {
    type Item = &'a str;

    #[inline]
    fn next(&mut self) -> Option<&'a str> {
        self.0.next().map(without_line_ending)
    }

    #[inline]
    fn last(mut self) -> Option<&'a str> {
        self.next_back()
    }
}

impl<'a> DoubleEndedIterator for Lines<'a> {
    #[inline]
    fn next_back(&mut self) -> Option<&'a str> {
        self.0.next_back().map(without_line_ending)
    }
}

impl FusedIterator for Lines<'_> {}

// A type of its own: a pointer to a function would be called through a shim.
#[derive(Clone)]
pub(super) struct IsWhitespace;

impl FnOnce<(char,)> for IsWhitespace {
    type Output = bool;

    #[inline]
    extern "rust-call" fn call_once(self, (c,): (char,)) -> bool {
        c.is_whitespace()
    }
}

impl FnMut<(char,)> for IsWhitespace {
    #[inline]
    extern "rust-call" fn call_mut(&mut self, (c,): (char,)) -> bool {
        c.is_whitespace()
    }
}

macro_rules! split_whitespace {
    ($($name:ident)*) => {$(
        #[derive(Clone)]
        pub struct $name<'a> {
            pub(super) inner: Split<'a, IsWhitespace>,
        }

        impl<'a> Iterator for $name<'a> {
            type Item = &'a str;

            #[inline]
            fn next(&mut self) -> Option<&'a str> {
                loop {
                    match self.inner.next() {
                        Some(word) if word.is_empty() => continue,
                        next => return next,
                    }
                }
            }

            #[inline]
            fn last(mut self) -> Option<&'a str> {
                self.next_back()
            }
        }

        impl<'a> DoubleEndedIterator for $name<'a> {
            #[inline]
            fn next_back(&mut self) -> Option<&'a str> {
                loop {
                    match self.inner.next_back() {
                        Some(word) if word.is_empty() => continue,
                        next => return next,
                    }
                }
            }
        }

        impl FusedIterator for $name<'_> {}
    )*};
}

split_whitespace! { SplitWhitespace SplitAsciiWhitespace }

#[derive(Clone)]
pub struct EncodeUtf16<'a> {
    pub(super) chars: Chars<'a>,
    pub(super) extra: u16,
}

impl<'a> Iterator for EncodeUtf16<'a> {
    type Item = u16;

    #[inline]
    fn next(&mut self) -> Option<u16> {
        if self.extra != 0 {
            return Some(crate::mem::take(&mut self.extra));
        }
        self.chars.next().map(|ch| {
            let code = ch as u32;
            if code <= 0xFFFF {
                return code as u16;
            }
            self.extra = 0xDC00 | (code & 0x3FF) as u16;
            0xD800 | ((code - 0x10000) >> 10) as u16
        })
    }
}

macro_rules! escape_types {
    ($($name:ident)*) => {$(
        #[derive(Clone, Debug)]
        pub struct $name<'a> {
            pub(super) inner: FlatMap<Chars<'a>, char_mod::$name, fn(char) -> char_mod::$name>,
        }

        impl<'a> Iterator for $name<'a> {
            type Item = char;

            #[inline]
            fn next(&mut self) -> Option<char> {
                self.inner.next()
            }
        }

        impl<'a> fmt::Display for $name<'a> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.clone().try_for_each(|c| f.write_char(c))
            }
        }
    )*};
}

escape_types! { EscapeDebug EscapeDefault EscapeUnicode }
