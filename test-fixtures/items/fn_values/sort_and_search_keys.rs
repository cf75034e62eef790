// Functions given to std's own: by path, by method path, as closures.
#[derive(Clone, Debug)]
struct Person {
    name: String,
    age: u8,
}

impl Person {
    fn age(&self) -> u8 {
        self.age
    }
}

fn main() {
    let mut people = vec![Person { name: "a".into(), age: 3 }, Person { name: "b".into(), age: 1 }];
    people.sort_by_key(Person::age);
    people.sort_by(|a, b| a.name.cmp(&b.name));
    let names: Vec<String> = people.iter().map(|p| &p.name).cloned().collect();
    let _ = names.iter().map(String::len).max();
    let _ = people.iter().max_by_key(|p| p.age);
    let _ = people.binary_search_by(|p| p.age.cmp(&2));
}

//~ MONO_ITEM fn <for<'a> fn(&'a Person) -> u8 {Person::age} as std::ops::FnMut<(&Person,)>>::call_mut - shim(for<'a> fn(&'a Person) -> u8 {Person::age})
//~ MONO_ITEM fn <for<'a> fn(&'a std::string::String) -> usize {std::string::String::len} as std::ops::FnMut<(&std::string::String,)>>::call_mut - shim(for<'a> fn(&'a std::string::String) -> usize {std::string::String::len})
//~ MONO_ITEM fn Person::age
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn main::{closure#2}
//~ MONO_ITEM fn main::{closure#3}
//~ MONO_ITEM fn std::ptr::drop_in_place::<Person> - shim(Some(Person))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[Person]> - shim(Some([Person]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::string::String]> - shim(Some([std::string::String]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<std::mem::MaybeUninit<[Person; 2]>>> - shim(Some(std::boxed::Box<std::mem::MaybeUninit<[Person; 2]>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<Person>> - shim(Some(std::vec::Vec<Person>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<std::string::String>> - shim(Some(std::vec::Vec<std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
