// A cache over a vector of entries, generic in key, value and a cost function.
use std::borrow::Borrow;
use std::collections::BTreeMap;

struct Lru<K, V, F> {
    index: BTreeMap<K, usize>,
    entries: Vec<Option<(K, V)>>,
    cost: F,
    capacity: usize,
}

impl<K: Ord + Clone, V, F: Fn(&V) -> usize> Lru<K, V, F> {
    fn new(capacity: usize, cost: F) -> Self {
        Lru { index: BTreeMap::new(), entries: Vec::new(), cost, capacity }
    }
    fn put(&mut self, key: K, value: V) -> Option<V> {
        let old = self.index.insert(key.clone(), self.entries.len());
        self.entries.push(Some((key, value)));
        while self.total() > self.capacity && self.evict() {}
        old.and_then(|at| self.entries.get_mut(at)?.take()).map(|(_, v)| v)
    }
    fn get<Q>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
        Q: Ord + ?Sized,
    {
        self.index.get(key).and_then(|&at| self.entries[at].as_ref()).map(|(_, v)| v)
    }
    fn total(&self) -> usize {
        self.entries.iter().flatten().map(|(_, v)| (self.cost)(v)).sum()
    }
    fn evict(&mut self) -> bool {
        self.entries.iter_mut().find(|e| e.is_some()).map(Option::take).is_some()
    }
}

fn main() {
    let mut cache = Lru::new(3, |s: &String| s.len());
    cache.put("a".to_string(), "one".to_string());
    cache.get("a");
    let mut numbers = Lru::new(9, |_: &u8| 1);
    numbers.put(1u32, 2);
}

//~ MONO_ITEM fn <for<'a> fn(&'a mut std::option::Option<(std::string::String, std::string::String)>) -> std::option::Option<(std::string::String, std::string::String)> {std::option::Option::<(std::string::String, std::string::String)>::take} as std::ops::FnOnce<(&mut std::option::Option<(std::string::String, std::string::String)>,)>>::call_once - shim(for<'a> fn(&'a mut std::option::Option<(std::string::String, std::string::String)>) -> std::option::Option<(std::string::String, std::string::String)> {std::option::Option::<(std::string::String, std::string::String)>::take})
//~ MONO_ITEM fn <for<'a> fn(&'a mut std::option::Option<(u32, u8)>) -> std::option::Option<(u32, u8)> {std::option::Option::<(u32, u8)>::take} as std::ops::FnOnce<(&mut std::option::Option<(u32, u8)>,)>>::call_once - shim(for<'a> fn(&'a mut std::option::Option<(u32, u8)>) -> std::option::Option<(u32, u8)> {std::option::Option::<(u32, u8)>::take})
//~ MONO_ITEM fn Lru::<std::string::String, std::string::String, {closure@lru_with_indices.rs:38:33: 38:45}>::evict
//~ MONO_ITEM fn Lru::<std::string::String, std::string::String, {closure@lru_with_indices.rs:38:33: 38:45}>::evict::{closure#0}
//~ MONO_ITEM fn Lru::<std::string::String, std::string::String, {closure@lru_with_indices.rs:38:33: 38:45}>::get::<str>
//~ MONO_ITEM fn Lru::<std::string::String, std::string::String, {closure@lru_with_indices.rs:38:33: 38:45}>::get::<str>::{closure#0}
//~ MONO_ITEM fn Lru::<std::string::String, std::string::String, {closure@lru_with_indices.rs:38:33: 38:45}>::get::<str>::{closure#1}
//~ MONO_ITEM fn Lru::<std::string::String, std::string::String, {closure@lru_with_indices.rs:38:33: 38:45}>::new
//~ MONO_ITEM fn Lru::<std::string::String, std::string::String, {closure@lru_with_indices.rs:38:33: 38:45}>::put
//~ MONO_ITEM fn Lru::<std::string::String, std::string::String, {closure@lru_with_indices.rs:38:33: 38:45}>::put::{closure#0}
//~ MONO_ITEM fn Lru::<std::string::String, std::string::String, {closure@lru_with_indices.rs:38:33: 38:45}>::put::{closure#1}
//~ MONO_ITEM fn Lru::<std::string::String, std::string::String, {closure@lru_with_indices.rs:38:33: 38:45}>::total
//~ MONO_ITEM fn Lru::<std::string::String, std::string::String, {closure@lru_with_indices.rs:38:33: 38:45}>::total::{closure#0}
//~ MONO_ITEM fn Lru::<u32, u8, {closure@lru_with_indices.rs:41:35: 41:43}>::evict
//~ MONO_ITEM fn Lru::<u32, u8, {closure@lru_with_indices.rs:41:35: 41:43}>::evict::{closure#0}
//~ MONO_ITEM fn Lru::<u32, u8, {closure@lru_with_indices.rs:41:35: 41:43}>::new
//~ MONO_ITEM fn Lru::<u32, u8, {closure@lru_with_indices.rs:41:35: 41:43}>::put
//~ MONO_ITEM fn Lru::<u32, u8, {closure@lru_with_indices.rs:41:35: 41:43}>::put::{closure#0}
//~ MONO_ITEM fn Lru::<u32, u8, {closure@lru_with_indices.rs:41:35: 41:43}>::put::{closure#1}
//~ MONO_ITEM fn Lru::<u32, u8, {closure@lru_with_indices.rs:41:35: 41:43}>::total
//~ MONO_ITEM fn Lru::<u32, u8, {closure@lru_with_indices.rs:41:35: 41:43}>::total::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn std::ptr::drop_in_place::<(std::string::String, std::string::String)> - shim(Some((std::string::String, std::string::String)))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Lru<std::string::String, std::string::String, {closure@lru_with_indices.rs:38:33: 38:45}>> - shim(Some(Lru<std::string::String, std::string::String, {closure@lru_with_indices.rs:38:33: 38:45}>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Lru<u32, u8, {closure@lru_with_indices.rs:41:35: 41:43}>> - shim(Some(Lru<u32, u8, {closure@lru_with_indices.rs:41:35: 41:43}>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::option::Option<(std::string::String, std::string::String)>]> - shim(Some([std::option::Option<(std::string::String, std::string::String)>]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::BTreeMap<std::string::String, usize>> - shim(Some(std::collections::BTreeMap<std::string::String, usize>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::BTreeMap<u32, usize>> - shim(Some(std::collections::BTreeMap<u32, usize>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::btree_map::IntoIter<std::string::String, usize>> - shim(Some(std::collections::btree_map::IntoIter<std::string::String, usize>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::btree_map::IntoIter<u32, usize>> - shim(Some(std::collections::btree_map::IntoIter<u32, usize>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<(std::string::String, std::string::String)>> - shim(Some(std::option::Option<(std::string::String, std::string::String)>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::option::Option<(std::string::String, std::string::String)>>> - shim(Some(std::option::Option<std::option::Option<(std::string::String, std::string::String)>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::string::String>> - shim(Some(std::option::Option<std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<std::option::Option<(std::string::String, std::string::String)>>> - shim(Some(std::vec::Vec<std::option::Option<(std::string::String, std::string::String)>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<std::option::Option<(u32, u8)>>> - shim(Some(std::vec::Vec<std::option::Option<(u32, u8)>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
