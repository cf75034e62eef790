// Methods found behind several user-defined dereferences.
use std::ops::{Deref, DerefMut};

struct Outer<T>(Inner<T>);
struct Inner<T>(T);

impl<T> Deref for Outer<T> {
    type Target = Inner<T>;
    fn deref(&self) -> &Inner<T> {
        &self.0
    }
}

impl<T> DerefMut for Outer<T> {
    fn deref_mut(&mut self) -> &mut Inner<T> {
        &mut self.0
    }
}

impl<T> Deref for Inner<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> Inner<T> {
    fn set(&mut self, value: T) {
        self.0 = value;
    }
}

fn main() {
    let mut outer = Outer(Inner(String::new()));
    let _ = outer.len();
    outer.set("a".to_string());
    let numbers = Outer(Inner([1u8, 2]));
    let _ = numbers[0];
    let _ = numbers.iter().count();
}

//~ MONO_ITEM fn <Inner<[u8; 2]> as std::ops::Deref>::deref
//~ MONO_ITEM fn <Inner<std::string::String> as std::ops::Deref>::deref
//~ MONO_ITEM fn <Outer<[u8; 2]> as std::ops::Deref>::deref
//~ MONO_ITEM fn <Outer<std::string::String> as std::ops::Deref>::deref
//~ MONO_ITEM fn <Outer<std::string::String> as std::ops::DerefMut>::deref_mut
//~ MONO_ITEM fn Inner::<std::string::String>::set
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<Inner<std::string::String>> - shim(Some(Inner<std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Outer<std::string::String>> - shim(Some(Outer<std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
