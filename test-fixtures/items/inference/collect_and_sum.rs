// What `collect`, `sum` and `into` make is decided by where the value goes.
use std::collections::{BTreeMap, HashSet, VecDeque};

struct Total(u32);

impl std::iter::Sum<u8> for Total {
    fn sum<I: Iterator<Item = u8>>(iter: I) -> Self {
        Total(iter.map(u32::from).sum())
    }
}

struct Words(Vec<String>);

impl<'a> FromIterator<&'a str> for Words {
    fn from_iter<I: IntoIterator<Item = &'a str>>(iter: I) -> Self {
        Words(iter.into_iter().map(Into::into).collect())
    }
}

fn main() {
    let Total(n) = [1u8, 2].into_iter().sum();
    let _: VecDeque<_> = (0..n).collect();
    let words: Words = "a b".split(' ').collect();
    let unique: HashSet<&String> = words.0.iter().collect();
    let _ = unique.len();
    let by_len: BTreeMap<usize, Vec<&str>> = BTreeMap::from_iter([(1, vec!["a"])]);
    let (long, short): (Vec<_>, Vec<_>) = by_len.into_keys().partition(|n| *n > 3);
    let _ = long.len() + short.len();
    let _: Option<Vec<u8>> = [Some(1), None].into_iter().collect();
}

//~ MONO_ITEM fn <Total as std::iter::Sum<u8>>::sum::<std::array::IntoIter<u8, 2>>
//~ MONO_ITEM fn <Words as std::iter::FromIterator<&str>>::from_iter::<std::str::Split<'_, char>>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<Words> - shim(Some(Words))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::string::String]> - shim(Some([std::string::String]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::HashSet<&std::string::String>> - shim(Some(std::collections::HashSet<&std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::VecDeque<u32>> - shim(Some(std::collections::VecDeque<u32>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::vec::Vec<u8>>> - shim(Some(std::option::Option<std::vec::Vec<u8>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<std::string::String>> - shim(Some(std::vec::Vec<std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<usize>> - shim(Some(std::vec::Vec<usize>))
