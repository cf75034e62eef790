// An index that is a reference too many: what the key can be borrowed as tells how far it is dereferenced.

use std::borrow::Borrow;
use std::ops::Index;

#[derive(Clone, Copy, PartialEq)]
struct Id(u8);

struct Table<K, V>(Vec<(K, V)>);

impl<K, Q: ?Sized, V> Index<&Q> for Table<K, V>
where
    K: Borrow<Q>,
    Q: PartialEq,
{
    type Output = V;

    fn index(&self, key: &Q) -> &V {
        self.0.iter().find(|(k, _)| k.borrow() == key).map(|(_, v)| v).unwrap()
    }
}

fn sum(table: &Table<Id, u16>, ids: &[Id]) -> u16 {
    let mut sum = 0;
    for id in ids {
        sum += table[&id] + table[id];
    }
    sum
}

fn main() {
    let table = Table(vec![(Id(1), 2u16)]);
    sum(&table, &[Id(1)]);
    let names = Table(vec![("a".to_string(), 'a')]);
    let name = "a".to_string();
    let _ = names[&name];
    let _ = names["a"];
}

//~ MONO_ITEM fn <Id as std::cmp::PartialEq>::eq
//~ MONO_ITEM fn <Table<Id, u16> as std::ops::Index<&Id>>::index
//~ MONO_ITEM fn <Table<Id, u16> as std::ops::Index<&Id>>::index::{closure#0}
//~ MONO_ITEM fn <Table<Id, u16> as std::ops::Index<&Id>>::index::{closure#1}
//~ MONO_ITEM fn <Table<std::string::String, char> as std::ops::Index<&std::string::String>>::index
//~ MONO_ITEM fn <Table<std::string::String, char> as std::ops::Index<&std::string::String>>::index::{closure#0}
//~ MONO_ITEM fn <Table<std::string::String, char> as std::ops::Index<&std::string::String>>::index::{closure#1}
//~ MONO_ITEM fn <Table<std::string::String, char> as std::ops::Index<&str>>::index
//~ MONO_ITEM fn <Table<std::string::String, char> as std::ops::Index<&str>>::index::{closure#0}
//~ MONO_ITEM fn <Table<std::string::String, char> as std::ops::Index<&str>>::index::{closure#1}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<(std::string::String, char)> - shim(Some((std::string::String, char)))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Table<Id, u16>> - shim(Some(Table<Id, u16>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Table<std::string::String, char>> - shim(Some(Table<std::string::String, char>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[(std::string::String, char)]> - shim(Some([(std::string::String, char)]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<std::mem::MaybeUninit<[(std::string::String, char); 1]>>> - shim(Some(std::boxed::Box<std::mem::MaybeUninit<[(std::string::String, char); 1]>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<(Id, u16)>> - shim(Some(std::vec::Vec<(Id, u16)>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<(std::string::String, char)>> - shim(Some(std::vec::Vec<(std::string::String, char)>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn sum
