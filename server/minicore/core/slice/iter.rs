//! The iterators over slices.

use super::{from_raw_parts, from_raw_parts_mut};
use crate::iter::{FusedIterator, TrustedLen};
use crate::marker::PhantomData;
use crate::mem::{self, SizedTypeProperties};
use crate::ptr::{NonNull, without_provenance, without_provenance_mut};
use crate::{cmp, fmt};

impl<T> !Iterator for [T] {}

impl<'a, T> IntoIterator for &'a [T] {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut [T] {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;

    fn into_iter(self) -> IterMut<'a, T> {
        self.iter_mut()
    }
}

pub struct Iter<'a, T: 'a> {
    ptr: NonNull<T>,
    // One past the last element; for zero-sized elements the number that is left, as an address.
    end_or_len: *const T,
    _marker: PhantomData<&'a T>,
}

impl<T: fmt::Debug> fmt::Debug for Iter<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Iter").field(&self.as_slice()).finish()
    }
}

unsafe impl<T: Sync> Sync for Iter<'_, T> {}
unsafe impl<T: Sync> Send for Iter<'_, T> {}

impl<'a, T> Iter<'a, T> {
    #[inline]
    pub(super) const fn new(slice: &'a [T]) -> Self {
        let len = slice.len();
        let ptr: NonNull<T> = NonNull::from_ref(slice).cast();
        unsafe {
            let end_or_len = if T::IS_ZST { without_provenance(len) } else { ptr.as_ptr().add(len) };
            Self { ptr, end_or_len, _marker: PhantomData }
        }
    }

    #[inline]
    pub fn as_slice(&self) -> &'a [T] {
        unsafe { from_raw_parts(self.ptr.as_ptr(), self.remaining()) }
    }
}

impl<T> Clone for Iter<'_, T> {
    #[inline]
    fn clone(&self) -> Self {
        Iter { ptr: self.ptr, end_or_len: self.end_or_len, _marker: self._marker }
    }
}

impl<T> AsRef<[T]> for Iter<'_, T> {
    #[inline]
    fn as_ref(&self) -> &[T] {
        self.as_slice()
    }
}

impl<T> Default for Iter<'_, T> {
    fn default() -> Self {
        (&[]).into_iter()
    }
}

pub struct IterMut<'a, T: 'a> {
    ptr: NonNull<T>,
    end_or_len: *mut T,
    _marker: PhantomData<&'a mut T>,
}

impl<T: fmt::Debug> fmt::Debug for IterMut<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IterMut").field(&self.as_slice()).finish()
    }
}

unsafe impl<T: Sync> Sync for IterMut<'_, T> {}
unsafe impl<T: Send> Send for IterMut<'_, T> {}

impl<'a, T> IterMut<'a, T> {
    #[inline]
    pub(super) const fn new(slice: &'a mut [T]) -> Self {
        let len = slice.len();
        let ptr: NonNull<T> = NonNull::from_mut(slice).cast();
        unsafe {
            let end_or_len = if T::IS_ZST { without_provenance_mut(len) } else { ptr.as_ptr().add(len) };
            Self { ptr, end_or_len, _marker: PhantomData }
        }
    }

    pub fn into_slice(self) -> &'a mut [T] {
        unsafe { from_raw_parts_mut(self.ptr.as_ptr(), self.remaining()) }
    }

    #[inline]
    pub fn as_slice(&self) -> &[T] {
        unsafe { from_raw_parts(self.ptr.as_ptr(), self.remaining()) }
    }
}

macro_rules! slice_iterator {
    ($($name:ident, $item:ty, $as_item:ident, $dangling:ident;)*) => {$(
        impl<'a, T> $name<'a, T> {
            #[inline(always)]
            fn remaining(&self) -> usize {
                if T::IS_ZST {
                    self.end_or_len.addr()
                } else {
                    unsafe { self.end_or_len.offset_from_unsigned(self.ptr.as_ptr()) }
                }
            }

            #[inline(always)]
            unsafe fn post_inc_start(&mut self, offset: usize) -> NonNull<T> {
                let old = self.ptr;
                if T::IS_ZST {
                    self.end_or_len = $dangling(self.end_or_len.addr() - offset);
                } else {
                    self.ptr = unsafe { self.ptr.add(offset) };
                }
                old
            }

            #[inline(always)]
            unsafe fn pre_dec_end(&mut self, offset: usize) -> NonNull<T> {
                if T::IS_ZST {
                    self.end_or_len = $dangling(self.end_or_len.addr() - offset);
                    self.ptr
                } else {
                    unsafe {
                        self.end_or_len = self.end_or_len.sub(offset);
                        NonNull::new_unchecked(self.end_or_len as *mut T)
                    }
                }
            }
        }

        impl<'a, T> Iterator for $name<'a, T> {
            type Item = $item;

            #[inline]
            fn next(&mut self) -> Option<$item> {
                if self.remaining() == 0 { None } else { unsafe { Some(self.post_inc_start(1).$as_item()) } }
            }

            #[inline]
            fn size_hint(&self) -> (usize, Option<usize>) {
                let exact = self.remaining();
                (exact, Some(exact))
            }

            #[inline]
            fn count(self) -> usize {
                self.remaining()
            }

            #[inline]
            fn nth(&mut self, n: usize) -> Option<$item> {
                let skipped = cmp::min(n, self.remaining());
                unsafe { self.post_inc_start(skipped) };
                self.next()
            }

            #[inline]
            fn last(mut self) -> Option<$item> {
                self.next_back()
            }

            #[inline]
            fn fold<B, F>(mut self, init: B, mut f: F) -> B
            where
                F: FnMut(B, Self::Item) -> B,
            {
                let mut acc = init;
                while let Some(x) = self.next() {
                    acc = f(acc, x);
                }
                acc
            }

            #[inline]
            fn for_each<F>(mut self, mut f: F)
            where
                Self: Sized,
                F: FnMut(Self::Item),
            {
                while let Some(x) = self.next() {
                    f(x);
                }
            }

            #[inline]
            fn all<F>(&mut self, mut f: F) -> bool
            where
                Self: Sized,
                F: FnMut(Self::Item) -> bool,
            {
                while let Some(x) = self.next() {
                    if !f(x) {
                        return false;
                    }
                }
                true
            }

            #[inline]
            fn any<F>(&mut self, mut f: F) -> bool
            where
                Self: Sized,
                F: FnMut(Self::Item) -> bool,
            {
                while let Some(x) = self.next() {
                    if f(x) {
                        return true;
                    }
                }
                false
            }

            #[inline]
            fn find<P>(&mut self, mut predicate: P) -> Option<Self::Item>
            where
                Self: Sized,
                P: FnMut(&Self::Item) -> bool,
            {
                while let Some(x) = self.next() {
                    if predicate(&x) {
                        return Some(x);
                    }
                }
                None
            }

            #[inline]
            fn find_map<B, F>(&mut self, mut f: F) -> Option<B>
            where
                Self: Sized,
                F: FnMut(Self::Item) -> Option<B>,
            {
                while let Some(x) = self.next() {
                    if let Some(y) = f(x) {
                        return Some(y);
                    }
                }
                None
            }

            #[inline]
            fn position<P>(&mut self, mut predicate: P) -> Option<usize>
            where
                Self: Sized,
                P: FnMut(Self::Item) -> bool,
            {
                let mut i = 0;
                while let Some(x) = self.next() {
                    if predicate(x) {
                        return Some(i);
                    }
                    i += 1;
                }
                None
            }

            #[inline]
            fn rposition<P>(&mut self, mut predicate: P) -> Option<usize>
            where
                P: FnMut(Self::Item) -> bool,
                Self: Sized + ExactSizeIterator + DoubleEndedIterator,
            {
                let mut i = self.remaining();
                while let Some(x) = self.next_back() {
                    i -= 1;
                    if predicate(x) {
                        return Some(i);
                    }
                }
                None
            }
        }

        impl<'a, T> DoubleEndedIterator for $name<'a, T> {
            #[inline]
            fn next_back(&mut self) -> Option<$item> {
                if self.remaining() == 0 { None } else { unsafe { Some(self.pre_dec_end(1).$as_item()) } }
            }

            #[inline]
            fn nth_back(&mut self, n: usize) -> Option<$item> {
                let skipped = cmp::min(n, self.remaining());
                unsafe { self.pre_dec_end(skipped) };
                self.next_back()
            }
        }

        impl<T> ExactSizeIterator for $name<'_, T> {
            #[inline(always)]
            fn len(&self) -> usize {
                self.remaining()
            }
        }

        impl<T> FusedIterator for $name<'_, T> {}
        unsafe impl<T> TrustedLen for $name<'_, T> {}
    )*};
}

slice_iterator! {
    Iter, &'a T, as_ref, without_provenance;
    IterMut, &'a mut T, as_mut, without_provenance_mut;
}

macro_rules! slice_piece_iterator {
    ($($name:ident, $item:ty, |$this:ident| $len:expr, $next:expr, $next_back:expr;)*) => {$(
        impl<'a, T> Iterator for $name<'a, T> {
            type Item = $item;

            #[inline]
            fn next(&mut self) -> Option<$item> {
                let $this = self;
                $next
            }

            #[inline]
            fn size_hint(&self) -> (usize, Option<usize>) {
                let $this = self;
                let len = $len;
                (len, Some(len))
            }

            #[inline]
            fn count(self) -> usize {
                self.len()
            }

            #[inline]
            fn last(mut self) -> Option<$item> {
                self.next_back()
            }
        }

        impl<'a, T> DoubleEndedIterator for $name<'a, T> {
            #[inline]
            fn next_back(&mut self) -> Option<$item> {
                let $this = self;
                $next_back
            }
        }

        impl<T> ExactSizeIterator for $name<'_, T> {}
        impl<T> FusedIterator for $name<'_, T> {}
        unsafe impl<T> TrustedLen for $name<'_, T> {}
    )*};
}

#[derive(Debug, Clone)]
pub struct Windows<'a, T: 'a> {
    v: &'a [T],
    size: usize,
}

impl<'a, T: 'a> Windows<'a, T> {
    #[inline]
    pub(super) fn new(slice: &'a [T], size: usize) -> Self {
        Self { v: slice, size }
    }
}

#[derive(Debug, Clone)]
pub struct Chunks<'a, T: 'a> {
    v: &'a [T],
    chunk_size: usize,
}

impl<'a, T: 'a> Chunks<'a, T> {
    #[inline]
    pub(super) fn new(slice: &'a [T], size: usize) -> Self {
        Self { v: slice, chunk_size: size }
    }
}

#[derive(Debug)]
pub struct ChunksMut<'a, T: 'a> {
    v: &'a mut [T],
    chunk_size: usize,
}

impl<'a, T: 'a> ChunksMut<'a, T> {
    #[inline]
    pub(super) fn new(slice: &'a mut [T], size: usize) -> Self {
        Self { v: slice, chunk_size: size }
    }
}

#[derive(Debug, Clone)]
pub struct ChunksExact<'a, T: 'a> {
    v: &'a [T],
    rem: &'a [T],
    chunk_size: usize,
}

impl<'a, T> ChunksExact<'a, T> {
    #[inline]
    pub(super) fn new(slice: &'a [T], chunk_size: usize) -> Self {
        let rem = slice.len() % chunk_size;
        let (fst, snd) = slice.split_at(slice.len() - rem);
        Self { v: fst, rem: snd, chunk_size }
    }

    pub fn remainder(&self) -> &'a [T] {
        self.rem
    }
}

#[derive(Debug)]
pub struct ChunksExactMut<'a, T: 'a> {
    v: &'a mut [T],
    rem: &'a mut [T],
    chunk_size: usize,
}

impl<'a, T> ChunksExactMut<'a, T> {
    #[inline]
    pub(super) fn new(slice: &'a mut [T], chunk_size: usize) -> Self {
        let rem = slice.len() % chunk_size;
        let (fst, snd) = slice.split_at_mut(slice.len() - rem);
        Self { v: fst, rem: snd, chunk_size }
    }

    pub fn into_remainder(self) -> &'a mut [T] {
        self.rem
    }
}

#[derive(Debug, Clone)]
pub struct RChunks<'a, T: 'a> {
    v: &'a [T],
    chunk_size: usize,
}

impl<'a, T: 'a> RChunks<'a, T> {
    #[inline]
    pub(super) fn new(slice: &'a [T], size: usize) -> Self {
        Self { v: slice, chunk_size: size }
    }
}

#[inline]
fn pieces(len: usize, size: usize) -> usize {
    if len == 0 { 0 } else { (len - 1) / size + 1 }
}

#[inline]
fn last_piece(len: usize, size: usize) -> usize {
    let rem = len % size;
    if rem == 0 { size } else { rem }
}

slice_piece_iterator! {
    Windows, &'a [T], |this| {
        if this.size > this.v.len() { 0 } else { this.v.len() - this.size + 1 }
    }, {
        if this.size > this.v.len() {
            None
        } else {
            let ret = Some(&this.v[..this.size]);
            this.v = &this.v[1..];
            ret
        }
    }, {
        if this.size > this.v.len() {
            None
        } else {
            let ret = Some(&this.v[this.v.len() - this.size..]);
            this.v = &this.v[..this.v.len() - 1];
            ret
        }
    };
    Chunks, &'a [T], |this| pieces(this.v.len(), this.chunk_size), {
        if this.v.is_empty() {
            None
        } else {
            let (fst, snd) = this.v.split_at(cmp::min(this.v.len(), this.chunk_size));
            this.v = snd;
            Some(fst)
        }
    }, {
        if this.v.is_empty() {
            None
        } else {
            let (fst, snd) = this.v.split_at(this.v.len() - last_piece(this.v.len(), this.chunk_size));
            this.v = fst;
            Some(snd)
        }
    };
    ChunksMut, &'a mut [T], |this| pieces(this.v.len(), this.chunk_size), {
        if this.v.is_empty() {
            None
        } else {
            let size = cmp::min(this.v.len(), this.chunk_size);
            let (head, tail) = mem::take(&mut this.v).split_at_mut(size);
            this.v = tail;
            Some(head)
        }
    }, {
        if this.v.is_empty() {
            None
        } else {
            let mid = this.v.len() - last_piece(this.v.len(), this.chunk_size);
            let (head, tail) = mem::take(&mut this.v).split_at_mut(mid);
            this.v = head;
            Some(tail)
        }
    };
    ChunksExact, &'a [T], |this| this.v.len() / this.chunk_size, {
        if this.v.len() < this.chunk_size {
            None
        } else {
            let (fst, snd) = this.v.split_at(this.chunk_size);
            this.v = snd;
            Some(fst)
        }
    }, {
        if this.v.len() < this.chunk_size {
            None
        } else {
            let (fst, snd) = this.v.split_at(this.v.len() - this.chunk_size);
            this.v = fst;
            Some(snd)
        }
    };
    ChunksExactMut, &'a mut [T], |this| this.v.len() / this.chunk_size, {
        if this.v.len() < this.chunk_size {
            None
        } else {
            let (head, tail) = mem::take(&mut this.v).split_at_mut(this.chunk_size);
            this.v = tail;
            Some(head)
        }
    }, {
        if this.v.len() < this.chunk_size {
            None
        } else {
            let mid = this.v.len() - this.chunk_size;
            let (head, tail) = mem::take(&mut this.v).split_at_mut(mid);
            this.v = head;
            Some(tail)
        }
    };
    RChunks, &'a [T], |this| pieces(this.v.len(), this.chunk_size), {
        if this.v.is_empty() {
            None
        } else {
            let (fst, snd) = this.v.split_at(this.v.len() - cmp::min(this.v.len(), this.chunk_size));
            this.v = fst;
            Some(snd)
        }
    }, {
        if this.v.is_empty() {
            None
        } else {
            let (fst, snd) = this.v.split_at(last_piece(this.v.len(), this.chunk_size));
            this.v = snd;
            Some(fst)
        }
    };
}

pub(super) trait SplitIter: DoubleEndedIterator {
    fn finish(&mut self) -> Option<Self::Item>;
}

pub struct Split<'a, T: 'a, P>
where
    P: FnMut(&T) -> bool,
{
    pub(crate) v: &'a [T],
    pred: P,
    pub(crate) finished: bool,
}

impl<'a, T: 'a, P: FnMut(&T) -> bool> Split<'a, T, P> {
    #[inline]
    pub(super) fn new(slice: &'a [T], pred: P) -> Self {
        Self { v: slice, pred, finished: false }
    }
}

impl<T, P> Clone for Split<'_, T, P>
where
    P: Clone + FnMut(&T) -> bool,
{
    fn clone(&self) -> Self {
        Split { v: self.v, pred: self.pred.clone(), finished: self.finished }
    }
}

impl<'a, T, P> Iterator for Split<'a, T, P>
where
    P: FnMut(&T) -> bool,
{
    type Item = &'a [T];

    #[inline]
    fn next(&mut self) -> Option<&'a [T]> {
        if self.finished {
            return None;
        }

        match self.v.iter().position(|x| (self.pred)(x)) {
            None => self.finish(),
            Some(idx) => {
                let ret = Some(&self.v[..idx]);
                self.v = &self.v[idx + 1..];
                ret
            }
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        if self.finished { (0, Some(0)) } else { (1, Some(self.v.len() + 1)) }
    }
}

impl<'a, T, P> DoubleEndedIterator for Split<'a, T, P>
where
    P: FnMut(&T) -> bool,
{
    #[inline]
    fn next_back(&mut self) -> Option<&'a [T]> {
        if self.finished {
            return None;
        }

        match self.v.iter().rposition(|x| (self.pred)(x)) {
            None => self.finish(),
            Some(idx) => {
                let ret = Some(&self.v[idx + 1..]);
                self.v = &self.v[..idx];
                ret
            }
        }
    }
}

impl<'a, T, P> SplitIter for Split<'a, T, P>
where
    P: FnMut(&T) -> bool,
{
    #[inline]
    fn finish(&mut self) -> Option<&'a [T]> {
        if self.finished {
            None
        } else {
            self.finished = true;
            Some(self.v)
        }
    }
}

pub struct SplitMut<'a, T: 'a, P>
where
    P: FnMut(&T) -> bool,
{
    v: &'a mut [T],
    pred: P,
    finished: bool,
}

impl<'a, T: 'a, P: FnMut(&T) -> bool> SplitMut<'a, T, P> {
    #[inline]
    pub(super) fn new(slice: &'a mut [T], pred: P) -> Self {
        Self { v: slice, pred, finished: false }
    }
}

impl<'a, T, P> Iterator for SplitMut<'a, T, P>
where
    P: FnMut(&T) -> bool,
{
    type Item = &'a mut [T];

    #[inline]
    fn next(&mut self) -> Option<&'a mut [T]> {
        if self.finished {
            return None;
        }

        match self.v.iter().position(|x| (self.pred)(x)) {
            None => {
                self.finished = true;
                Some(mem::take(&mut self.v))
            }
            Some(idx) => {
                let (head, tail) = mem::take(&mut self.v).split_at_mut(idx + 1);
                self.v = tail;
                Some(&mut head[..idx])
            }
        }
    }
}

pub struct SplitInclusive<'a, T: 'a, P>
where
    P: FnMut(&T) -> bool,
{
    v: &'a [T],
    pred: P,
    finished: bool,
}

impl<'a, T: 'a, P: FnMut(&T) -> bool> SplitInclusive<'a, T, P> {
    #[inline]
    pub(super) fn new(slice: &'a [T], pred: P) -> Self {
        let finished = slice.is_empty();
        Self { v: slice, pred, finished }
    }
}

impl<'a, T, P> Iterator for SplitInclusive<'a, T, P>
where
    P: FnMut(&T) -> bool,
{
    type Item = &'a [T];

    #[inline]
    fn next(&mut self) -> Option<&'a [T]> {
        if self.finished {
            return None;
        }

        let idx = self.v.iter().position(|x| (self.pred)(x)).map(|idx| idx + 1).unwrap_or(self.v.len());
        if idx == self.v.len() {
            self.finished = true;
        }
        let ret = Some(&self.v[..idx]);
        self.v = &self.v[idx..];
        ret
    }
}

pub struct RSplit<'a, T: 'a, P>
where
    P: FnMut(&T) -> bool,
{
    inner: Split<'a, T, P>,
}

impl<'a, T: 'a, P: FnMut(&T) -> bool> RSplit<'a, T, P> {
    #[inline]
    pub(super) fn new(slice: &'a [T], pred: P) -> Self {
        Self { inner: Split::new(slice, pred) }
    }
}

impl<'a, T, P> Iterator for RSplit<'a, T, P>
where
    P: FnMut(&T) -> bool,
{
    type Item = &'a [T];

    #[inline]
    fn next(&mut self) -> Option<&'a [T]> {
        self.inner.next_back()
    }
}

impl<'a, T, P> DoubleEndedIterator for RSplit<'a, T, P>
where
    P: FnMut(&T) -> bool,
{
    #[inline]
    fn next_back(&mut self) -> Option<&'a [T]> {
        self.inner.next()
    }
}

impl<'a, T, P> SplitIter for RSplit<'a, T, P>
where
    P: FnMut(&T) -> bool,
{
    #[inline]
    fn finish(&mut self) -> Option<&'a [T]> {
        self.inner.finish()
    }
}

#[derive(Debug)]
struct GenericSplitN<I> {
    iter: I,
    count: usize,
}

impl<T, I: SplitIter<Item = T>> Iterator for GenericSplitN<I> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        match self.count {
            0 => None,
            1 => {
                self.count -= 1;
                self.iter.finish()
            }
            _ => {
                self.count -= 1;
                self.iter.next()
            }
        }
    }
}

pub struct SplitN<'a, T: 'a, P>
where
    P: FnMut(&T) -> bool,
{
    inner: GenericSplitN<Split<'a, T, P>>,
}

impl<'a, T: 'a, P: FnMut(&T) -> bool> SplitN<'a, T, P> {
    #[inline]
    pub(super) fn new(s: Split<'a, T, P>, n: usize) -> Self {
        Self { inner: GenericSplitN { iter: s, count: n } }
    }
}

pub struct RSplitN<'a, T: 'a, P>
where
    P: FnMut(&T) -> bool,
{
    inner: GenericSplitN<RSplit<'a, T, P>>,
}

impl<'a, T: 'a, P: FnMut(&T) -> bool> RSplitN<'a, T, P> {
    #[inline]
    pub(super) fn new(s: RSplit<'a, T, P>, n: usize) -> Self {
        Self { inner: GenericSplitN { iter: s, count: n } }
    }
}

macro_rules! forward_iterator {
    ($($name:ident)*) => {$(
        impl<'a, T, P> Iterator for $name<'a, T, P>
        where
            P: FnMut(&T) -> bool,
        {
            type Item = &'a [T];

            #[inline]
            fn next(&mut self) -> Option<&'a [T]> {
                self.inner.next()
            }
        }
    )*};
}

forward_iterator! { SplitN RSplitN }

pub struct ChunkBy<'a, T: 'a, P> {
    slice: &'a [T],
    predicate: P,
}

impl<'a, T: 'a, P> ChunkBy<'a, T, P> {
    pub(super) fn new(slice: &'a [T], predicate: P) -> Self {
        ChunkBy { slice, predicate }
    }
}

impl<'a, T: 'a, P> Iterator for ChunkBy<'a, T, P>
where
    P: FnMut(&T, &T) -> bool,
{
    type Item = &'a [T];

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        if self.slice.is_empty() {
            None
        } else {
            let mut len = 1;
            let mut iter = self.slice.windows(2);
            while let Some([l, r]) = iter.next() {
                if (self.predicate)(l, r) { len += 1 } else { break }
            }
            let (head, tail) = self.slice.split_at(len);
            self.slice = tail;
            Some(head)
        }
    }
}
