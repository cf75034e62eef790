// A memoising cache generic over key, value, function and eviction policy; PhantomData-free trait parameters.
use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;

trait Evict<K> {
    fn touched(&mut self, key: &K);
    fn victim(&mut self) -> Option<K>;
}

struct Never;

impl<K> Evict<K> for Never {
    fn touched(&mut self, _: &K) {}
    fn victim(&mut self) -> Option<K> {
        None
    }
}

struct Oldest<K> {
    order: Vec<K>,
    limit: usize,
}

impl<K: Clone + PartialEq> Evict<K> for Oldest<K> {
    fn touched(&mut self, key: &K) {
        if !self.order.contains(key) {
            self.order.push(key.clone());
        }
    }
    fn victim(&mut self) -> Option<K> {
        if self.order.len() > self.limit {
            Some(self.order.remove(0))
        } else {
            None
        }
    }
}

struct Cache<K, V, F, E = Never> {
    entries: HashMap<K, V>,
    compute: F,
    evict: E,
    misses: usize,
}

impl<K, V, F, E> Cache<K, V, F, E>
where
    K: Eq + Hash + Clone,
    V: Clone,
    F: Fn(&K) -> V,
    E: Evict<K>,
{
    fn get(&mut self, key: K) -> V {
        self.evict.touched(&key);
        if let Some(value) = self.entries.get(&key) {
            return value.clone();
        }
        self.misses += 1;
        let value = (self.compute)(&key);
        self.entries.insert(key, value.clone());
        if let Some(old) = self.evict.victim() {
            self.entries.remove(&old);
        }
        value
    }

    fn has<Q: ?Sized + Hash + Eq>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.entries.contains_key(key)
    }
}

fn length(text: &String) -> usize {
    text.len()
}

fn main() {
    let mut lengths = Cache { entries: HashMap::new(), compute: length, evict: Never, misses: 0 };
    lengths.get("abc".to_string());
    lengths.has("abc");
    let base = 10u64;
    let mut squares = Cache {
        entries: HashMap::new(),
        compute: |n: &u64| n * n + base,
        evict: Oldest { order: vec![], limit: 1 },
        misses: 0,
    };
    squares.get(3);
    let _ = squares.misses;
}

//~ MONO_ITEM fn <Never as Evict<std::string::String>>::touched
//~ MONO_ITEM fn <Never as Evict<std::string::String>>::victim
//~ MONO_ITEM fn <Oldest<u64> as Evict<u64>>::touched
//~ MONO_ITEM fn <Oldest<u64> as Evict<u64>>::victim
//~ MONO_ITEM fn <for<'a> fn(&'a std::string::String) -> usize {length} as std::ops::Fn<(&std::string::String,)>>::call - shim(for<'a> fn(&'a std::string::String) -> usize {length})
//~ MONO_ITEM fn Cache::<std::string::String, usize, for<'a> fn(&'a std::string::String) -> usize {length}>::get
//~ MONO_ITEM fn Cache::<std::string::String, usize, for<'a> fn(&'a std::string::String) -> usize {length}>::has::<str>
//~ MONO_ITEM fn Cache::<u64, u64, {closure@generic_cache.rs:87:18: 87:27}, Oldest<u64>>::get
//~ MONO_ITEM fn length
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<Cache<std::string::String, usize, for<'a> fn(&'a std::string::String) -> usize {length}>> - shim(Some(Cache<std::string::String, usize, for<'a> fn(&'a std::string::String) -> usize {length}>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Cache<u64, u64, {closure@generic_cache.rs:87:18: 87:27}, Oldest<u64>>> - shim(Some(Cache<u64, u64, {closure@generic_cache.rs:87:18: 87:27}, Oldest<u64>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Oldest<u64>> - shim(Some(Oldest<u64>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::HashMap<std::string::String, usize>> - shim(Some(std::collections::HashMap<std::string::String, usize>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::HashMap<u64, u64>> - shim(Some(std::collections::HashMap<u64, u64>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u64>> - shim(Some(std::vec::Vec<u64>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
