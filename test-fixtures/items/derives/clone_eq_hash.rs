// Derived Clone, Copy, PartialEq, Eq and Hash on structs, enums and generics; only what is used is collected.
use std::hash::{Hash, Hasher};

#[derive(Clone, PartialEq, Eq, Hash)]
struct Key {
    id: u32,
    part: Part,
}

#[derive(Clone, PartialEq, Eq, Hash)]
enum Part {
    Whole,
    Range(u8, u8),
    Named { name: &'static str },
}

#[derive(Clone, Copy, PartialEq)]
struct Point<T> {
    x: T,
    y: T,
}

#[derive(Clone, Default, PartialEq)]
struct Wrapper<T, const N: usize>
where
    [T; N]: Default,
{
    items: [T; N],
}

#[derive(Clone, PartialEq)]
struct NeverUsed(Key);

struct Fnv(u64);

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ *byte as u64).wrapping_mul(0x100000001b3);
        }
    }
}

fn hash<T: Hash>(t: &T) -> u64 {
    let mut hasher = Fnv(0xcbf29ce484222325);
    t.hash(&mut hasher);
    hasher.finish()
}

fn main() {
    let key = Key { id: 1, part: Part::Range(1, 2) };
    let copy = key.clone();
    let _ = key == copy;
    hash(&key);
    let p = Point { x: 1i8, y: 2 };
    let q = p;
    let _ = p.clone() == q;
    let _ = Point { x: Part::Whole, y: Part::Named { name: "n" } }.clone();
    let w = Wrapper::<u8, 2>::default();
    let _ = w == w.clone();
}

//~ MONO_ITEM fn <Fnv as std::hash::Hasher>::finish
//~ MONO_ITEM fn <Fnv as std::hash::Hasher>::write
//~ MONO_ITEM fn <Key as std::clone::Clone>::clone
//~ MONO_ITEM fn <Key as std::cmp::PartialEq>::eq
//~ MONO_ITEM fn <Key as std::hash::Hash>::hash::<Fnv>
//~ MONO_ITEM fn <Part as std::clone::Clone>::clone
//~ MONO_ITEM fn <Part as std::cmp::PartialEq>::eq
//~ MONO_ITEM fn <Part as std::hash::Hash>::hash::<Fnv>
//~ MONO_ITEM fn <Point<Part> as std::clone::Clone>::clone
//~ MONO_ITEM fn <Point<i8> as std::clone::Clone>::clone
//~ MONO_ITEM fn <Point<i8> as std::cmp::PartialEq>::eq
//~ MONO_ITEM fn <Wrapper<u8, 2> as std::clone::Clone>::clone
//~ MONO_ITEM fn <Wrapper<u8, 2> as std::cmp::PartialEq>::eq
//~ MONO_ITEM fn <Wrapper<u8, 2> as std::default::Default>::default
//~ MONO_ITEM fn hash::<Key>
//~ MONO_ITEM fn main
