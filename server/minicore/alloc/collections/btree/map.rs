//! `BTreeMap`.

use core::borrow::Borrow;
use core::cmp::Ordering;
use core::fmt::{self, Debug};
use core::hash::{Hash, Hasher};
use core::iter::FusedIterator;
use core::marker::PhantomData;
use core::mem::{self, ManuallyDrop};
use core::ops::{Index, RangeBounds};
use core::ptr;

use super::dedup_sorted_iter::DedupSortedIter;
use super::node::Root;
use crate::alloc::{Allocator, Global};
use crate::vec::Vec;

mod entry;

pub use entry::{Entry, OccupiedEntry, VacantEntry};

#[rustc_insignificant_dtor]
pub struct BTreeMap<K, V, A: Allocator + Clone = Global> {
    root: Option<Root<K, V>>,
    length: usize,
    pub(super) alloc: ManuallyDrop<A>,
    _marker: PhantomData<crate::boxed::Box<(K, V), A>>,
}

unsafe impl<#[may_dangle] K, #[may_dangle] V, A: Allocator + Clone> Drop for BTreeMap<K, V, A> {
    fn drop(&mut self) {
        drop(unsafe { ptr::read(self) }.into_iter())
    }
}

impl<K: Clone, V: Clone, A: Allocator + Clone> Clone for BTreeMap<K, V, A> {
    fn clone(&self) -> BTreeMap<K, V, A> {
        let mut map = BTreeMap::new_in((*self.alloc).clone());
        for (k, v) in self.iter() {
            map.push_back(k.clone(), v.clone());
        }
        map
    }
}

impl<K, V> BTreeMap<K, V> {
    pub const fn new() -> BTreeMap<K, V> {
        BTreeMap { root: None, length: 0, alloc: ManuallyDrop::new(Global), _marker: PhantomData }
    }
}

impl<K, V, A: Allocator + Clone> BTreeMap<K, V, A> {
    pub const fn new_in(alloc: A) -> BTreeMap<K, V, A> {
        BTreeMap { root: None, length: 0, alloc: ManuallyDrop::new(alloc), _marker: PhantomData }
    }

    pub fn clear(&mut self) {
        drop(BTreeMap {
            root: mem::replace(&mut self.root, None),
            length: mem::replace(&mut self.length, 0),
            alloc: self.alloc.clone(),
            _marker: PhantomData,
        });
    }

    fn insert_at(&mut self, index: usize, key: K, value: V) -> &mut V {
        let root = self.root.get_or_insert_with(Root::new);
        unsafe { root.insert(self.length, index, key, value, &*self.alloc) };
        self.length += 1;
        unsafe { &mut *root.val_ptr(index) }
    }

    fn push_back(&mut self, key: K, value: V) {
        self.insert_at(self.length, key, value);
    }

    fn remove_at(&mut self, index: usize) -> (K, V) {
        match &mut self.root {
            Some(root) => {
                let entry = unsafe { root.remove(self.length, index) };
                self.length -= 1;
                entry
            }
            None => unreachable!(),
        }
    }

    fn position<Q: ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
        Q: Ord,
    {
        match &self.root {
            Some(root) => root.search(self.length, key),
            None => Err(0),
        }
    }

    pub fn get<Q: ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        let root = self.root.as_ref()?;
        match root.search(self.length, key) {
            Ok(index) => Some(unsafe { &*root.val_ptr(index) }),
            Err(_) => None,
        }
    }

    pub fn get_key_value<Q: ?Sized>(&self, k: &Q) -> Option<(&K, &V)>
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        let root = self.root.as_ref()?;
        match root.search(self.length, k) {
            Ok(index) => Some(unsafe { (&*root.key_ptr(index), &*root.val_ptr(index)) }),
            Err(_) => None,
        }
    }

    pub fn first_key_value(&self) -> Option<(&K, &V)>
    where
        K: Ord,
    {
        self.iter().next()
    }

    pub fn last_key_value(&self) -> Option<(&K, &V)>
    where
        K: Ord,
    {
        self.iter().next_back()
    }

    pub fn first_entry(&mut self) -> Option<OccupiedEntry<'_, K, V, A>>
    where
        K: Ord,
    {
        if self.is_empty() { None } else { Some(OccupiedEntry { map: self, index: 0 }) }
    }

    pub fn last_entry(&mut self) -> Option<OccupiedEntry<'_, K, V, A>>
    where
        K: Ord,
    {
        if self.is_empty() {
            None
        } else {
            let index = self.length - 1;
            Some(OccupiedEntry { map: self, index })
        }
    }

    pub fn pop_first(&mut self) -> Option<(K, V)>
    where
        K: Ord,
    {
        self.first_entry().map(|entry| entry.remove_entry())
    }

    pub fn pop_last(&mut self) -> Option<(K, V)>
    where
        K: Ord,
    {
        self.last_entry().map(|entry| entry.remove_entry())
    }

    pub fn contains_key<Q: ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        self.get(key).is_some()
    }

    pub fn get_mut<Q: ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        let root = self.root.as_mut()?;
        match root.search(self.length, key) {
            Ok(index) => Some(unsafe { &mut *root.val_ptr(index) }),
            Err(_) => None,
        }
    }

    pub fn insert(&mut self, key: K, value: V) -> Option<V>
    where
        K: Ord,
    {
        match self.entry(key) {
            Entry::Occupied(mut entry) => Some(entry.insert(value)),
            Entry::Vacant(entry) => {
                entry.insert(value);
                None
            }
        }
    }

    pub fn remove<Q: ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        self.remove_entry(key).map(|(_, v)| v)
    }

    pub fn remove_entry<Q: ?Sized>(&mut self, key: &Q) -> Option<(K, V)>
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        match self.position(key) {
            Ok(index) => Some(OccupiedEntry { map: self, index }.remove_entry()),
            Err(_) => None,
        }
    }

    pub fn retain<F>(&mut self, mut f: F)
    where
        K: Ord,
        F: FnMut(&K, &mut V) -> bool,
    {
        let mut index = 0;
        while index < self.length {
            let root = match &self.root {
                Some(root) => root,
                None => return,
            };
            if unsafe { f(&*root.key_ptr(index), &mut *root.val_ptr(index)) } {
                index += 1;
            } else {
                drop(self.remove_at(index));
            }
        }
    }

    pub fn append(&mut self, other: &mut Self)
    where
        K: Ord,
        A: Clone,
    {
        let other = mem::replace(other, Self::new_in((*self.alloc).clone()));
        self.extend(other);
    }

    pub fn split_off<Q: ?Sized + Ord>(&mut self, key: &Q) -> Self
    where
        K: Borrow<Q> + Ord,
        A: Clone,
    {
        let mut right = Self::new_in((*self.alloc).clone());
        let (Ok(at) | Err(at)) = self.position(key);
        while self.length > at {
            let (k, v) = self.remove_at(at);
            right.push_back(k, v);
        }
        right
    }

    pub fn range<T: ?Sized, R>(&self, range: R) -> Range<'_, K, V>
    where
        T: Ord,
        K: Borrow<T> + Ord,
        R: RangeBounds<T>,
    {
        match &self.root {
            Some(root) => {
                let (start, end) = root.search_range(self.length, &range);
                Range { inner: Cursor::new(root, start, end), marker: PhantomData }
            }
            None => Range { inner: Cursor::empty(), marker: PhantomData },
        }
    }

    pub fn range_mut<T: ?Sized, R>(&mut self, range: R) -> RangeMut<'_, K, V>
    where
        T: Ord,
        K: Borrow<T> + Ord,
        R: RangeBounds<T>,
    {
        match &self.root {
            Some(root) => {
                let (start, end) = root.search_range(self.length, &range);
                RangeMut { inner: Cursor::new(root, start, end), marker: PhantomData }
            }
            None => RangeMut { inner: Cursor::empty(), marker: PhantomData },
        }
    }

    pub fn entry(&mut self, key: K) -> Entry<'_, K, V, A>
    where
        K: Ord,
    {
        match self.position(&key) {
            Ok(index) => Entry::Occupied(OccupiedEntry { map: self, index }),
            Err(index) => Entry::Vacant(VacantEntry { key, map: self, index }),
        }
    }

    pub(super) fn bulk_build_from_sorted_iter<I>(iter: I, alloc: A) -> Self
    where
        K: Ord,
        I: IntoIterator<Item = (K, V)>,
    {
        let mut map = BTreeMap::new_in(alloc);
        let mut iter = DedupSortedIter::new(iter.into_iter());
        while let Some((key, value)) = iter.next() {
            map.push_back(key, value);
        }
        map
    }

    fn cursor(&self) -> Cursor<K, V> {
        match &self.root {
            Some(root) => Cursor::new(root, 0, self.length),
            None => Cursor::empty(),
        }
    }

    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter { inner: self.cursor(), marker: PhantomData }
    }

    pub fn iter_mut(&mut self) -> IterMut<'_, K, V> {
        IterMut { inner: self.cursor(), marker: PhantomData }
    }

    pub fn keys(&self) -> Keys<'_, K, V> {
        Keys { inner: self.iter() }
    }

    pub fn values(&self) -> Values<'_, K, V> {
        Values { inner: self.iter() }
    }

    pub fn values_mut(&mut self) -> ValuesMut<'_, K, V> {
        ValuesMut { inner: self.iter_mut() }
    }

    pub fn into_keys(self) -> IntoKeys<K, V, A> {
        IntoKeys { inner: self.into_iter() }
    }

    pub fn into_values(self) -> IntoValues<K, V, A> {
        IntoValues { inner: self.into_iter() }
    }

    pub const fn len(&self) -> usize {
        self.length
    }

    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A run of entries in the storage, consumed from both ends.
struct Cursor<K, V> {
    keys: *mut K,
    vals: *mut V,
    start: usize,
    end: usize,
}

impl<K, V> Cursor<K, V> {
    fn new(root: &Root<K, V>, start: usize, end: usize) -> Self {
        Cursor { keys: root.key_ptr(0), vals: root.val_ptr(0), start, end }
    }

    fn empty() -> Self {
        Cursor { keys: ptr::null_mut(), vals: ptr::null_mut(), start: 0, end: 0 }
    }

    #[inline]
    fn next(&mut self) -> Option<(*mut K, *mut V)> {
        if self.start >= self.end {
            return None;
        }
        let index = self.start;
        self.start += 1;
        unsafe { Some((self.keys.add(index), self.vals.add(index))) }
    }

    #[inline]
    fn next_back(&mut self) -> Option<(*mut K, *mut V)> {
        if self.start >= self.end {
            return None;
        }
        self.end -= 1;
        unsafe { Some((self.keys.add(self.end), self.vals.add(self.end))) }
    }

    #[inline]
    fn len(&self) -> usize {
        self.end.saturating_sub(self.start)
    }
}

impl<K, V> Clone for Cursor<K, V> {
    fn clone(&self) -> Self {
        Cursor { ..*self }
    }
}

pub struct Iter<'a, K: 'a, V: 'a> {
    inner: Cursor<K, V>,
    marker: PhantomData<&'a (K, V)>,
}

pub struct IterMut<'a, K: 'a, V: 'a> {
    inner: Cursor<K, V>,
    marker: PhantomData<&'a mut (K, V)>,
}

pub struct Range<'a, K: 'a, V: 'a> {
    inner: Cursor<K, V>,
    marker: PhantomData<&'a (K, V)>,
}

pub struct RangeMut<'a, K: 'a, V: 'a> {
    inner: Cursor<K, V>,
    marker: PhantomData<&'a mut (K, V)>,
}

unsafe impl<K: Sync, V: Sync> Sync for Iter<'_, K, V> {}
unsafe impl<K: Sync, V: Sync> Send for Iter<'_, K, V> {}

impl<K, V> Clone for Iter<'_, K, V> {
    fn clone(&self) -> Self {
        Iter { inner: self.inner.clone(), marker: PhantomData }
    }
}

impl<K, V> Clone for Range<'_, K, V> {
    fn clone(&self) -> Self {
        Range { inner: self.inner.clone(), marker: PhantomData }
    }
}

impl<K: Debug, V: Debug> Debug for Iter<'_, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

macro_rules! entry_iterator {
    ($($name:ident $item:ty, ($key:ident, $val:ident) $access:expr;)*) => {$(
        impl<'a, K, V> Iterator for $name<'a, K, V> {
            type Item = $item;

            #[inline]
            fn next(&mut self) -> Option<$item> {
                let ($key, $val) = self.inner.next()?;
                Some(unsafe { $access })
            }

            fn size_hint(&self) -> (usize, Option<usize>) {
                (self.inner.len(), Some(self.inner.len()))
            }

            fn last(mut self) -> Option<$item> {
                self.next_back()
            }
        }

        impl<'a, K, V> DoubleEndedIterator for $name<'a, K, V> {
            #[inline]
            fn next_back(&mut self) -> Option<$item> {
                let ($key, $val) = self.inner.next_back()?;
                Some(unsafe { $access })
            }
        }

        impl<K, V> FusedIterator for $name<'_, K, V> {}
    )*};
}

entry_iterator! {
    Iter (&'a K, &'a V), (key, val) (&*key, &*val);
    IterMut (&'a K, &'a mut V), (key, val) (&*key, &mut *val);
    Range (&'a K, &'a V), (key, val) (&*key, &*val);
    RangeMut (&'a K, &'a mut V), (key, val) (&*key, &mut *val);
}

impl<K, V> ExactSizeIterator for Iter<'_, K, V> {}
impl<K, V> ExactSizeIterator for IterMut<'_, K, V> {}

pub struct Keys<'a, K, V> {
    inner: Iter<'a, K, V>,
}

pub struct Values<'a, K, V> {
    inner: Iter<'a, K, V>,
}

pub struct ValuesMut<'a, K, V> {
    inner: IterMut<'a, K, V>,
}

pub struct IntoKeys<K, V, A: Allocator + Clone = Global> {
    inner: IntoIter<K, V, A>,
}

pub struct IntoValues<K, V, A: Allocator + Clone = Global> {
    inner: IntoIter<K, V, A>,
}

macro_rules! half_iterator {
    ($([$($generics:tt)*] $name:ty, $item:ty, |$entry:ident| $half:expr;)*) => {$(
        impl<$($generics)*> Iterator for $name {
            type Item = $item;

            #[inline]
            fn next(&mut self) -> Option<$item> {
                self.inner.next().map(|$entry| $half)
            }

            fn size_hint(&self) -> (usize, Option<usize>) {
                self.inner.size_hint()
            }

            fn last(mut self) -> Option<$item> {
                self.next_back()
            }
        }

        impl<$($generics)*> DoubleEndedIterator for $name {
            #[inline]
            fn next_back(&mut self) -> Option<$item> {
                self.inner.next_back().map(|$entry| $half)
            }
        }

        impl<$($generics)*> ExactSizeIterator for $name {}
        impl<$($generics)*> FusedIterator for $name {}
    )*};
}

half_iterator! {
    ['a, K, V] Keys<'a, K, V>, &'a K, |entry| entry.0;
    ['a, K, V] Values<'a, K, V>, &'a V, |entry| entry.1;
    ['a, K, V] ValuesMut<'a, K, V>, &'a mut V, |entry| entry.1;
    [K, V, A: Allocator + Clone] IntoKeys<K, V, A>, K, |entry| entry.0;
    [K, V, A: Allocator + Clone] IntoValues<K, V, A>, V, |entry| entry.1;
}

impl<K, V> Clone for Keys<'_, K, V> {
    fn clone(&self) -> Self {
        Keys { inner: self.inner.clone() }
    }
}

impl<K, V> Clone for Values<'_, K, V> {
    fn clone(&self) -> Self {
        Values { inner: self.inner.clone() }
    }
}

#[rustc_insignificant_dtor]
pub struct IntoIter<K, V, A: Allocator + Clone = Global> {
    root: Option<Root<K, V>>,
    start: usize,
    end: usize,
    alloc: A,
}

impl<K, V, A: Allocator + Clone> IntoIter<K, V, A> {
    /// The next entry, to be dropped in place; frees the storage after the last one.
    fn dying_next(&mut self) -> Option<(&Root<K, V>, usize)> {
        if self.start == self.end {
            if let Some(root) = self.root.take() {
                root.deallocate(&self.alloc);
            }
            return None;
        }
        self.start += 1;
        Some((self.root.as_ref()?, self.start - 1))
    }
}

impl<K, V, A: Allocator + Clone> Drop for IntoIter<K, V, A> {
    fn drop(&mut self) {
        struct DropGuard<'a, K, V, A: Allocator + Clone>(&'a mut IntoIter<K, V, A>);

        impl<'a, K, V, A: Allocator + Clone> Drop for DropGuard<'a, K, V, A> {
            fn drop(&mut self) {
                while let Some((root, index)) = self.0.dying_next() {
                    unsafe { root.drop_key_val(index) };
                }
            }
        }

        let guard = DropGuard(self);
        while let Some((root, index)) = guard.0.dying_next() {
            unsafe { root.drop_key_val(index) };
        }
        mem::forget(guard);
    }
}

impl<K, V, A: Allocator + Clone> Iterator for IntoIter<K, V, A> {
    type Item = (K, V);

    fn next(&mut self) -> Option<(K, V)> {
        let (root, index) = self.dying_next()?;
        Some(unsafe { root.read(index) })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = self.end - self.start;
        (len, Some(len))
    }
}

impl<K, V, A: Allocator + Clone> DoubleEndedIterator for IntoIter<K, V, A> {
    fn next_back(&mut self) -> Option<(K, V)> {
        if self.start == self.end {
            return None;
        }
        self.end -= 1;
        let root = self.root.as_ref()?;
        Some(unsafe { root.read(self.end) })
    }
}

impl<K, V, A: Allocator + Clone> ExactSizeIterator for IntoIter<K, V, A> {}
impl<K, V, A: Allocator + Clone> FusedIterator for IntoIter<K, V, A> {}

impl<K, V, A: Allocator + Clone> IntoIterator for BTreeMap<K, V, A> {
    type Item = (K, V);
    type IntoIter = IntoIter<K, V, A>;

    fn into_iter(self) -> IntoIter<K, V, A> {
        let mut me = ManuallyDrop::new(self);
        let root = me.root.take();
        let alloc = unsafe { ManuallyDrop::take(&mut me.alloc) };
        IntoIter { root, start: 0, end: me.length, alloc }
    }
}

impl<'a, K, V, A: Allocator + Clone> IntoIterator for &'a BTreeMap<K, V, A> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V>;

    fn into_iter(self) -> Iter<'a, K, V> {
        self.iter()
    }
}

impl<'a, K, V, A: Allocator + Clone> IntoIterator for &'a mut BTreeMap<K, V, A> {
    type Item = (&'a K, &'a mut V);
    type IntoIter = IterMut<'a, K, V>;

    fn into_iter(self) -> IterMut<'a, K, V> {
        self.iter_mut()
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for BTreeMap<K, V> {
    fn from_iter<T: IntoIterator<Item = (K, V)>>(iter: T) -> BTreeMap<K, V> {
        let mut inputs: Vec<_> = iter.into_iter().collect();

        if inputs.is_empty() {
            return BTreeMap::new();
        }

        // A stable sort, so that of equal keys the last one given counts.
        inputs.sort_by(|a, b| a.0.cmp(&b.0));
        BTreeMap::bulk_build_from_sorted_iter(inputs, Global)
    }
}

impl<K: Ord, V, A: Allocator + Clone> Extend<(K, V)> for BTreeMap<K, V, A> {
    #[inline]
    fn extend<T: IntoIterator<Item = (K, V)>>(&mut self, iter: T) {
        iter.into_iter().for_each(move |(k, v)| {
            self.insert(k, v);
        });
    }

    #[inline]
    fn extend_one(&mut self, (k, v): (K, V)) {
        self.insert(k, v);
    }
}

impl<'a, K: Ord + Copy, V: Copy, A: Allocator + Clone> Extend<(&'a K, &'a V)> for BTreeMap<K, V, A> {
    fn extend<I: IntoIterator<Item = (&'a K, &'a V)>>(&mut self, iter: I) {
        self.extend(iter.into_iter().map(|(&key, &value)| (key, value)));
    }
}

impl<K: Hash, V: Hash, A: Allocator + Clone> Hash for BTreeMap<K, V, A> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_length_prefix(self.len());
        for elt in self {
            elt.hash(state);
        }
    }
}

impl<K, V> Default for BTreeMap<K, V> {
    fn default() -> BTreeMap<K, V> {
        BTreeMap::new()
    }
}

impl<K: PartialEq, V: PartialEq, A: Allocator + Clone> PartialEq for BTreeMap<K, V, A> {
    fn eq(&self, other: &BTreeMap<K, V, A>) -> bool {
        self.len() == other.len() && self.iter().zip(other).all(|(a, b)| a == b)
    }
}

impl<K: Eq, V: Eq, A: Allocator + Clone> Eq for BTreeMap<K, V, A> {}

impl<K: PartialOrd, V: PartialOrd, A: Allocator + Clone> PartialOrd for BTreeMap<K, V, A> {
    #[inline]
    fn partial_cmp(&self, other: &BTreeMap<K, V, A>) -> Option<Ordering> {
        self.iter().partial_cmp(other.iter())
    }
}

impl<K: Ord, V: Ord, A: Allocator + Clone> Ord for BTreeMap<K, V, A> {
    #[inline]
    fn cmp(&self, other: &BTreeMap<K, V, A>) -> Ordering {
        self.iter().cmp(other.iter())
    }
}

impl<K: Debug, V: Debug, A: Allocator + Clone> Debug for BTreeMap<K, V, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<K, Q: ?Sized, V, A: Allocator + Clone> Index<&Q> for BTreeMap<K, V, A>
where
    K: Borrow<Q> + Ord,
    Q: Ord,
{
    type Output = V;

    #[inline]
    fn index(&self, key: &Q) -> &V {
        self.get(key).expect("no entry found for key")
    }
}

impl<K: Ord, V, const N: usize> From<[(K, V); N]> for BTreeMap<K, V> {
    fn from(mut arr: [(K, V); N]) -> Self {
        if N == 0 {
            return BTreeMap::new();
        }

        arr.sort_by(|a, b| a.0.cmp(&b.0));
        BTreeMap::bulk_build_from_sorted_iter(arr, Global)
    }
}
