// Some arguments written, some left to inference, some defaulted.
struct Map<K, V, S = Plain> {
    entries: Vec<(K, V)>,
    hasher: S,
}

#[derive(Default)]
struct Plain;

#[derive(Default)]
struct Fancy;

impl<K: PartialEq, V> Map<K, V> {
    fn new() -> Self {
        Self::with(Plain)
    }
}

impl<K: PartialEq, V, S> Map<K, V, S> {
    fn with(hasher: S) -> Self {
        Map { entries: Vec::new(), hasher }
    }
    fn get(&self, key: &K) -> Option<&V> {
        let _ = &self.hasher;
        self.entries.iter().find(|(k, _)| k == key).map(|(_, v)| v)
    }
}

fn convert<U, T: Into<U>>(t: T) -> U {
    t.into()
}

fn main() {
    let a: Map<u8, &str> = Map::new();
    a.get(&1);
    let b = Map::<_, u16, _>::with(Fancy);
    b.get(&'c');
    convert::<u32, _>(1u8);
    let _ = "1 2".split(' ').map(str::parse::<i64>).collect::<Result<Vec<_>, _>>();
}

//~ MONO_ITEM fn Map::<char, u16, Fancy>::get
//~ MONO_ITEM fn Map::<char, u16, Fancy>::get::{closure#0}
//~ MONO_ITEM fn Map::<char, u16, Fancy>::get::{closure#1}
//~ MONO_ITEM fn Map::<char, u16, Fancy>::with
//~ MONO_ITEM fn Map::<u8, &str>::get
//~ MONO_ITEM fn Map::<u8, &str>::get::{closure#0}
//~ MONO_ITEM fn Map::<u8, &str>::get::{closure#1}
//~ MONO_ITEM fn Map::<u8, &str>::new
//~ MONO_ITEM fn Map::<u8, &str>::with
//~ MONO_ITEM fn convert::<u32, u8>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<Map<char, u16, Fancy>> - shim(Some(Map<char, u16, Fancy>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Map<u8, &str>> - shim(Some(Map<u8, &str>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::result::Result<std::vec::Vec<i64>, std::num::ParseIntError>> - shim(Some(std::result::Result<std::vec::Vec<i64>, std::num::ParseIntError>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<(char, u16)>> - shim(Some(std::vec::Vec<(char, u16)>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<(u8, &str)>> - shim(Some(std::vec::Vec<(u8, &str)>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<i64>> - shim(Some(std::vec::Vec<i64>))
