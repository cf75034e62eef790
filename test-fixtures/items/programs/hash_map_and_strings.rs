// HashMap, BTreeMap and HashSet with entries and loops, and the usual work on strings.
use std::collections::{BTreeMap, HashMap, HashSet};

#[derive(PartialEq, Eq, Hash, Clone, Copy)]
enum Kind {
    Word,
    Number,
}

fn kind(token: &str) -> Kind {
    if token.chars().all(|c| c.is_ascii_digit()) { Kind::Number } else { Kind::Word }
}

fn frequencies(text: &str) -> HashMap<&str, usize> {
    let mut counts = HashMap::new();
    for word in text.split_whitespace() {
        *counts.entry(word).or_insert(0) += 1;
    }
    counts
}

fn index(text: &str) -> BTreeMap<usize, Vec<String>> {
    let mut lengths: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for word in text.split(' ') {
        lengths.entry(word.len()).or_default().push(word.to_uppercase());
    }
    lengths
}

fn main() {
    let text = "one two 3 two";
    let counts = frequencies(text);
    let _ = counts.get("two").copied().unwrap_or(0);
    let mut by_kind: HashMap<Kind, Vec<&str>> = HashMap::new();
    for token in text.split(' ') {
        by_kind.entry(kind(token)).or_insert_with(Vec::new).push(token);
    }
    let _ = by_kind.contains_key(&Kind::Word);
    let unique: HashSet<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
    let _ = unique.len();
    for (length, words) in &index(text) {
        let _ = *length + words.join(",").len();
    }
    let mut line = String::from("abc");
    line.push_str(&"d".repeat(2));
    let shouting: String = line.chars().rev().map(|c| c.to_ascii_uppercase()).collect();
    let _ = shouting + &line[1..] == "x";
}

//~ MONO_ITEM fn <Kind as std::cmp::PartialEq>::eq
//~ MONO_ITEM fn <Kind as std::hash::Hash>::hash::<std::hash::DefaultHasher>
//~ MONO_ITEM fn <fn() -> std::vec::Vec<&str> {std::vec::Vec::<&str>::new} as std::ops::FnOnce<()>>::call_once - shim(fn() -> std::vec::Vec<&str> {std::vec::Vec::<&str>::new})
//~ MONO_ITEM fn frequencies
//~ MONO_ITEM fn index
//~ MONO_ITEM fn kind
//~ MONO_ITEM fn kind::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::BTreeMap<usize, std::vec::Vec<std::string::String>>> - shim(Some(std::collections::BTreeMap<usize, std::vec::Vec<std::string::String>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::HashMap<&str, usize>> - shim(Some(std::collections::HashMap<&str, usize>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::HashMap<Kind, std::vec::Vec<&str>>> - shim(Some(std::collections::HashMap<Kind, std::vec::Vec<&str>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::HashSet<char>> - shim(Some(std::collections::HashSet<char>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::btree_map::IntoIter<usize, std::vec::Vec<std::string::String>>> - shim(Some(std::collections::btree_map::IntoIter<usize, std::vec::Vec<std::string::String>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
