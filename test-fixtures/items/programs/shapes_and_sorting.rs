// sort_by and friends with closures and functions, binary search, min and max by key, dedup, retain.
use std::cmp::Ordering;

#[derive(Clone, Debug, PartialEq)]
struct Person {
    name: String,
    age: u32,
}

fn by_age(a: &Person, b: &Person) -> Ordering {
    a.age.cmp(&b.age)
}

fn person(name: &str, age: u32) -> Person {
    Person { name: name.to_string(), age }
}

#[derive(PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
struct Rank(u8);

fn main() {
    let mut people = vec![person("b", 2), person("a", 1)];
    people.sort_by(by_age);
    people.sort_by(|a, b| b.name.cmp(&a.name));
    people.sort_by_key(|p| p.age);
    people.sort_unstable_by(|a, b| a.age.cmp(&b.age));
    let oldest = people.iter().max_by_key(|p| p.age);
    let _ = oldest.map(|p| p.name.len());
    people.retain(|p| p.age > 1);
    let found = people.binary_search_by(|p| p.age.cmp(&2));
    let _ = found.is_ok();
    let mut ranks = [Rank(3), Rank(1)];
    ranks.sort();
    let _ = ranks.iter().min().copied();
    let _ = people.iter().any(|p| p.age == 1) || ranks.contains(&Rank(2));
    ranks.reverse();
}

//~ MONO_ITEM fn <Rank as std::cmp::Ord>::cmp
//~ MONO_ITEM fn <Rank as std::cmp::PartialEq>::eq
//~ MONO_ITEM fn <Rank as std::cmp::PartialOrd>::partial_cmp
//~ MONO_ITEM fn <for<'a, 'b> fn(&'a Person, &'b Person) -> std::cmp::Ordering {by_age} as std::ops::FnMut<(&Person, &Person)>>::call_mut - shim(for<'a, 'b> fn(&'a Person, &'b Person) -> std::cmp::Ordering {by_age})
//~ MONO_ITEM fn by_age
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn main::{closure#2}
//~ MONO_ITEM fn main::{closure#3}
//~ MONO_ITEM fn main::{closure#4}
//~ MONO_ITEM fn main::{closure#5}
//~ MONO_ITEM fn main::{closure#6}
//~ MONO_ITEM fn main::{closure#7}
//~ MONO_ITEM fn person
//~ MONO_ITEM fn std::ptr::drop_in_place::<Person> - shim(Some(Person))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[Person]> - shim(Some([Person]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<std::mem::MaybeUninit<[Person; 2]>>> - shim(Some(std::boxed::Box<std::mem::MaybeUninit<[Person; 2]>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<Person>> - shim(Some(std::vec::Vec<Person>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
