// `#[derive(Hash)]` and `#[derive(Debug)]` over every shape of type.
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

#[derive(Hash, Debug)]
struct Unit;

#[derive(Hash, Debug)]
struct Tuple(u8, &'static str, [u16; 2]);

#[derive(Hash, Debug)]
enum Kind {
    None,
    One(Unit),
    Many { items: Vec<Tuple>, flag: bool },
}

fn main() {
    let mut hasher = DefaultHasher::new();
    Kind::Many { items: vec![Tuple(1, "a", [2, 3])], flag: true }.hash(&mut hasher);
    Kind::One(Unit).hash(&mut hasher);
    let _ = hasher.finish();
    println!("{:?}", Kind::None);
}

//~ MONO_ITEM fn <Kind as std::fmt::Debug>::fmt
//~ MONO_ITEM fn <Kind as std::hash::Hash>::hash::<std::hash::DefaultHasher>
//~ MONO_ITEM fn <Tuple as std::fmt::Debug>::fmt
//~ MONO_ITEM fn <Tuple as std::hash::Hash>::hash::<std::hash::DefaultHasher>
//~ MONO_ITEM fn <Unit as std::fmt::Debug>::fmt
//~ MONO_ITEM fn <Unit as std::hash::Hash>::hash::<std::hash::DefaultHasher>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<Kind> - shim(Some(Kind))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<Tuple>> - shim(Some(std::vec::Vec<Tuple>))
