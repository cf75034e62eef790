//! What a string can be searched for.

pub trait Pattern: Sized {
    type Searcher<'a>: Searcher<'a>;

    fn into_searcher(self, haystack: &str) -> Self::Searcher<'_>;

    #[inline]
    fn is_contained_in(self, haystack: &str) -> bool {
        self.into_searcher(haystack).next_match().is_some()
    }

    #[inline]
    fn is_prefix_of(self, haystack: &str) -> bool {
        matches!(self.into_searcher(haystack).next(), SearchStep::Match(0, _))
    }

    #[inline]
    fn is_suffix_of<'a>(self, haystack: &'a str) -> bool
    where
        Self::Searcher<'a>: ReverseSearcher<'a>,
    {
        matches!(self.into_searcher(haystack).next_back(), SearchStep::Match(_, j) if haystack.len() == j)
    }

    #[inline]
    fn strip_prefix_of(self, haystack: &str) -> Option<&str> {
        if let SearchStep::Match(0, len) = self.into_searcher(haystack).next() {
            unsafe { Some(haystack.get_unchecked(len..)) }
        } else {
            None
        }
    }

    #[inline]
    fn strip_suffix_of<'a>(self, haystack: &'a str) -> Option<&'a str>
    where
        Self::Searcher<'a>: ReverseSearcher<'a>,
    {
        if let SearchStep::Match(start, _) = self.into_searcher(haystack).next_back() {
            unsafe { Some(haystack.get_unchecked(..start)) }
        } else {
            None
        }
    }
}

#[derive(Copy, Clone, Eq, PartialEq, Debug)]
pub enum SearchStep {
    Match(usize, usize),
    Reject(usize, usize),
    Done,
}

pub unsafe trait Searcher<'a> {
    fn haystack(&self) -> &'a str;

    fn next(&mut self) -> SearchStep;

    #[inline]
    fn next_match(&mut self) -> Option<(usize, usize)> {
        loop {
            match self.next() {
                SearchStep::Match(a, b) => return Some((a, b)),
                SearchStep::Done => return None,
                _ => continue,
            }
        }
    }

    #[inline]
    fn next_reject(&mut self) -> Option<(usize, usize)> {
        loop {
            match self.next() {
                SearchStep::Reject(a, b) => return Some((a, b)),
                SearchStep::Done => return None,
                _ => continue,
            }
        }
    }
}

pub unsafe trait ReverseSearcher<'a>: Searcher<'a> {
    fn next_back(&mut self) -> SearchStep;

    #[inline]
    fn next_match_back(&mut self) -> Option<(usize, usize)> {
        loop {
            match self.next_back() {
                SearchStep::Match(a, b) => return Some((a, b)),
                SearchStep::Done => return None,
                _ => continue,
            }
        }
    }

    #[inline]
    fn next_reject_back(&mut self) -> Option<(usize, usize)> {
        loop {
            match self.next_back() {
                SearchStep::Reject(a, b) => return Some((a, b)),
                SearchStep::Done => return None,
                _ => continue,
            }
        }
    }
}

pub trait DoubleEndedSearcher<'a>: ReverseSearcher<'a> {}

trait MultiCharEq {
    fn matches(&mut self, c: char) -> bool;
}

impl<F> MultiCharEq for F
where
    F: FnMut(char) -> bool,
{
    #[inline]
    fn matches(&mut self, c: char) -> bool {
        (*self)(c)
    }
}

impl<const N: usize> MultiCharEq for [char; N] {
    #[inline]
    fn matches(&mut self, c: char) -> bool {
        self.contains(&c)
    }
}

impl<const N: usize> MultiCharEq for &[char; N] {
    #[inline]
    fn matches(&mut self, c: char) -> bool {
        self.contains(&c)
    }
}

impl MultiCharEq for &[char] {
    #[inline]
    fn matches(&mut self, c: char) -> bool {
        self.contains(&c)
    }
}

/// Searches character by character.
#[derive(Clone, Debug)]
struct MultiCharEqSearcher<'a, C: MultiCharEq> {
    char_eq: C,
    haystack: &'a str,
    char_indices: super::CharIndices<'a>,
}

impl<'a, C: MultiCharEq> MultiCharEqSearcher<'a, C> {
    #[inline]
    fn new(char_eq: C, haystack: &'a str) -> Self {
        MultiCharEqSearcher { haystack, char_eq, char_indices: haystack.char_indices() }
    }

    #[inline]
    fn step(&mut self, step: Option<(usize, char)>) -> SearchStep {
        match step {
            Some((i, c)) if self.char_eq.matches(c) => SearchStep::Match(i, i + c.len_utf8()),
            Some((i, c)) => SearchStep::Reject(i, i + c.len_utf8()),
            None => SearchStep::Done,
        }
    }
}

unsafe impl<'a, C: MultiCharEq> Searcher<'a> for MultiCharEqSearcher<'a, C> {
    #[inline]
    fn haystack(&self) -> &'a str {
        self.haystack
    }

    #[inline]
    fn next(&mut self) -> SearchStep {
        let next = self.char_indices.next();
        self.step(next)
    }
}

unsafe impl<'a, C: MultiCharEq> ReverseSearcher<'a> for MultiCharEqSearcher<'a, C> {
    #[inline]
    fn next_back(&mut self) -> SearchStep {
        let next = self.char_indices.next_back();
        self.step(next)
    }
}

macro_rules! char_pattern {
    ($(impl[$($generics:tt)*] $pattern:ty => $searcher:ident[$($args:tt)*] $([where $($clause:tt)*])?;)*) => {$(
        unsafe impl<'a, $($generics)*> Searcher<'a> for $searcher<'a, $($args)*>
        $(where $($clause)*)?
        {
            #[inline]
            fn haystack(&self) -> &'a str {
                self.0.haystack()
            }

            #[inline]
            fn next(&mut self) -> SearchStep {
                self.0.next()
            }

            #[inline]
            fn next_match(&mut self) -> Option<(usize, usize)> {
                self.0.next_match()
            }

            #[inline]
            fn next_reject(&mut self) -> Option<(usize, usize)> {
                self.0.next_reject()
            }
        }

        unsafe impl<'a, $($generics)*> ReverseSearcher<'a> for $searcher<'a, $($args)*>
        $(where $($clause)*)?
        {
            #[inline]
            fn next_back(&mut self) -> SearchStep {
                self.0.next_back()
            }

            #[inline]
            fn next_match_back(&mut self) -> Option<(usize, usize)> {
                self.0.next_match_back()
            }

            #[inline]
            fn next_reject_back(&mut self) -> Option<(usize, usize)> {
                self.0.next_reject_back()
            }
        }

        impl<'a, $($generics)*> DoubleEndedSearcher<'a> for $searcher<'a, $($args)*> $(where $($clause)*)? {}

        impl<$($generics)*> Pattern for $pattern
        $(where $($clause)*)?
        {
            type Searcher<'a> = $searcher<'a, $($args)*>;

            #[inline]
            fn into_searcher<'a>(self, haystack: &'a str) -> $searcher<'a, $($args)*> {
                $searcher(MultiCharEqSearcher::new(self, haystack))
            }
        }
    )*};
}

#[derive(Clone, Debug)]
pub struct CharArraySearcher<'a, const N: usize>(MultiCharEqSearcher<'a, [char; N]>);

#[derive(Clone, Debug)]
pub struct CharArrayRefSearcher<'a, 'b, const N: usize>(MultiCharEqSearcher<'a, &'b [char; N]>);

#[derive(Clone, Debug)]
pub struct CharSliceSearcher<'a, 'b>(MultiCharEqSearcher<'a, &'b [char]>);

#[derive(Clone)]
pub struct CharPredicateSearcher<'a, F>(MultiCharEqSearcher<'a, F>)
where
    F: FnMut(char) -> bool;

char_pattern! {
    impl[const N: usize] [char; N] => CharArraySearcher[N];
    impl['b, const N: usize] &'b [char; N] => CharArrayRefSearcher['b, N];
    impl['b] &'b [char] => CharSliceSearcher['b];
    impl[F] F => CharPredicateSearcher[F] [where F: FnMut(char) -> bool];
}

#[derive(Clone, Debug)]
pub struct CharSearcher<'a> {
    haystack: &'a str,
    needle: char,
    char_indices: super::CharIndices<'a>,
}

unsafe impl<'a> Searcher<'a> for CharSearcher<'a> {
    #[inline]
    fn haystack(&self) -> &'a str {
        self.haystack
    }

    #[inline]
    fn next(&mut self) -> SearchStep {
        match self.char_indices.next() {
            Some((i, c)) if c == self.needle => SearchStep::Match(i, i + c.len_utf8()),
            Some((i, c)) => SearchStep::Reject(i, i + c.len_utf8()),
            None => SearchStep::Done,
        }
    }
}

unsafe impl<'a> ReverseSearcher<'a> for CharSearcher<'a> {
    #[inline]
    fn next_back(&mut self) -> SearchStep {
        match self.char_indices.next_back() {
            Some((i, c)) if c == self.needle => SearchStep::Match(i, i + c.len_utf8()),
            Some((i, c)) => SearchStep::Reject(i, i + c.len_utf8()),
            None => SearchStep::Done,
        }
    }
}

impl<'a> DoubleEndedSearcher<'a> for CharSearcher<'a> {}

impl Pattern for char {
    type Searcher<'a> = CharSearcher<'a>;

    #[inline]
    fn into_searcher<'a>(self, haystack: &'a str) -> Self::Searcher<'a> {
        CharSearcher { haystack, needle: self, char_indices: haystack.char_indices() }
    }
}

impl<'b, 'c> Pattern for &'c &'b str {
    type Searcher<'a> = StrSearcher<'a, 'b>;

    #[inline]
    fn into_searcher<'a>(self, haystack: &'a str) -> StrSearcher<'a, 'b> {
        (*self).into_searcher(haystack)
    }
}

impl<'b> Pattern for &'b str {
    type Searcher<'a> = StrSearcher<'a, 'b>;

    #[inline]
    fn into_searcher(self, haystack: &str) -> StrSearcher<'_, 'b> {
        StrSearcher { haystack, needle: self, position: 0, end: haystack.len(), finished: false }
    }

    #[inline]
    fn is_prefix_of(self, haystack: &str) -> bool {
        haystack.as_bytes().starts_with(self.as_bytes())
    }

    #[inline]
    fn is_suffix_of<'a>(self, haystack: &'a str) -> bool
    where
        Self::Searcher<'a>: ReverseSearcher<'a>,
    {
        haystack.as_bytes().ends_with(self.as_bytes())
    }

    #[inline]
    fn strip_prefix_of(self, haystack: &str) -> Option<&str> {
        if self.is_prefix_of(haystack) { unsafe { Some(haystack.get_unchecked(self.len()..)) } } else { None }
    }

    #[inline]
    fn strip_suffix_of<'a>(self, haystack: &'a str) -> Option<&'a str>
    where
        Self::Searcher<'a>: ReverseSearcher<'a>,
    {
        if self.is_suffix_of(haystack) {
            let i = haystack.len() - self.len();
            unsafe { Some(haystack.get_unchecked(..i)) }
        } else {
            None
        }
    }
}

/// Compares at every character boundary.
#[derive(Clone, Debug)]
pub struct StrSearcher<'a, 'b> {
    haystack: &'a str,
    needle: &'b str,
    position: usize,
    end: usize,
    finished: bool,
}

impl<'a, 'b> StrSearcher<'a, 'b> {
    fn matches_at(&self, index: usize) -> bool {
        let haystack = self.haystack.as_bytes();
        let needle = self.needle.as_bytes();
        index + needle.len() <= self.end && haystack[index..index + needle.len()] == *needle
    }
}

unsafe impl<'a, 'b> Searcher<'a> for StrSearcher<'a, 'b> {
    #[inline]
    fn haystack(&self) -> &'a str {
        self.haystack
    }

    fn next(&mut self) -> SearchStep {
        if self.finished {
            return SearchStep::Done;
        }
        let start = self.position;
        if self.matches_at(start) {
            self.position += self.needle.len();
            self.finished = self.needle.is_empty() && start == self.end;
            return SearchStep::Match(start, start + self.needle.len());
        }
        let mut next = start + 1;
        while next < self.end && !(self.haystack.is_char_boundary(next) && self.matches_at(next)) {
            next += 1;
        }
        if start >= self.end {
            self.finished = true;
            return SearchStep::Done;
        }
        self.position = next;
        SearchStep::Reject(start, next)
    }
}

unsafe impl<'a, 'b> ReverseSearcher<'a> for StrSearcher<'a, 'b> {
    fn next_back(&mut self) -> SearchStep {
        if self.finished || self.end <= self.position {
            return SearchStep::Done;
        }
        let end = self.end;
        let len = self.needle.len();
        if len > 0 && end >= self.position + len && self.matches_at(end - len) {
            self.end = end - len;
            return SearchStep::Match(end - len, end);
        }
        let mut start = end - 1;
        while start > self.position && !self.haystack.is_char_boundary(start) {
            start -= 1;
        }
        self.end = start;
        SearchStep::Reject(start, end)
    }
}
