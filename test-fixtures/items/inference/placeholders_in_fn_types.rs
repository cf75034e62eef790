// `fn(&_) -> _`: what is to be inferred stands in the types of function pointers, too.
use std::collections::HashMap;
use std::fmt::Debug;
use std::hash::Hash;

struct Cache<K, F, V> {
    known: HashMap<K, V>,
    get: F,
}

impl<K: Eq + Hash, F: FnMut(&K) -> Result<V, String>, V> Cache<K, F, V> {
    fn new(get: F) -> Self {
        Cache { known: HashMap::new(), get }
    }
    fn with(mut self, known: Vec<(K, V)>) -> Self {
        for (key, value) in known {
            self.known.insert(key, value);
        }
        self
    }
    fn get(&mut self, key: &K) -> usize {
        (self.get)(key).is_ok() as usize + self.known.len()
    }
}

fn cache<K: Debug + Eq + Hash, V>(known: Vec<(K, V)>, key: K) -> usize {
    Cache::new((move |key| Err(format!("{:?}", key))) as fn(&_) -> _)
        .with(known)
        .get(&key)
}

fn call<T, U>(f: impl Fn(T) -> U, value: T) -> U {
    f(value)
}

fn double(x: &mut u8) -> u8 {
    *x * 2
}

fn first(xs: &[u16]) -> u16 {
    xs[0]
}

fn pair((x, _): (u32, &u8)) -> u32 {
    x
}

fn main() {
    cache(vec![("a", 1.5f32)], "b");
    let f: fn(&mut _) -> u8 = double;
    call(f, &mut 1);
    let g: fn(&[_]) -> _ = first;
    call(g, &[1]);
    let h: fn((_, &_)) -> _ = pair;
    call(h, (1, &2));
    let boxed: Box<dyn Fn(&_, (_, u8)) -> _> = Box::new(|x: &i8, (y, z): (i16, u8)| *x as i16 + y + z as i16);
    boxed(&1, (2, 3));
}

//~ MONO_ITEM fn <for<'a> fn(&'a &str) -> std::result::Result<f32, std::string::String> as std::ops::FnMut<(&&str,)>>::call_mut - shim(for<'a> fn(&'a &str) -> std::result::Result<f32, std::string::String>)
//~ MONO_ITEM fn <for<'a> fn(&'a [u16]) -> u16 as std::ops::Fn<(&[u16],)>>::call - shim(for<'a> fn(&'a [u16]) -> u16)
//~ MONO_ITEM fn <for<'a> fn(&'a mut u8) -> u8 as std::ops::Fn<(&mut u8,)>>::call - shim(for<'a> fn(&'a mut u8) -> u8)
//~ MONO_ITEM fn <for<'a> fn((u32, &'a u8)) -> u32 as std::ops::Fn<((u32, &u8),)>>::call - shim(for<'a> fn((u32, &'a u8)) -> u32)
//~ MONO_ITEM fn <{closure@placeholders_in_fn_types.rs:27:17: 27:27} as std::ops::FnOnce<(&&str,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@placeholders_in_fn_types.rs:56:57: 56:84} as std::ops::FnOnce<(&i8, (i16, u8))>>::call_once - shim
//~ MONO_ITEM fn <{closure@placeholders_in_fn_types.rs:56:57: 56:84} as std::ops::FnOnce<(&i8, (i16, u8))>>::call_once - shim(vtable)
//~ MONO_ITEM fn Cache::<&str, for<'a> fn(&'a &str) -> std::result::Result<f32, std::string::String>, f32>::get
//~ MONO_ITEM fn Cache::<&str, for<'a> fn(&'a &str) -> std::result::Result<f32, std::string::String>, f32>::new
//~ MONO_ITEM fn Cache::<&str, for<'a> fn(&'a &str) -> std::result::Result<f32, std::string::String>, f32>::with
//~ MONO_ITEM fn cache::<&str, f32>
//~ MONO_ITEM fn cache::<&str, f32>::{closure#0}
//~ MONO_ITEM fn call::<&[u16], u16, for<'a> fn(&'a [u16]) -> u16>
//~ MONO_ITEM fn call::<&mut u8, u8, for<'a> fn(&'a mut u8) -> u8>
//~ MONO_ITEM fn call::<(u32, &u8), u32, for<'a> fn((u32, &'a u8)) -> u32>
//~ MONO_ITEM fn double
//~ MONO_ITEM fn first
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn pair
//~ MONO_ITEM fn std::ptr::drop_in_place::<Cache<&str, for<'a> fn(&'a &str) -> std::result::Result<f32, std::string::String>, f32>> - shim(Some(Cache<&str, for<'a> fn(&'a &str) -> std::result::Result<f32, std::string::String>, f32>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn for<'a> std::ops::Fn(&'a i8, (i16, u8)) -> i16> - shim(Some(dyn for<'a> std::ops::Fn(&'a i8, (i16, u8)) -> i16))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a i8, (i16, u8)) -> i16>> - shim(Some(std::boxed::Box<dyn for<'a> std::ops::Fn(&'a i8, (i16, u8)) -> i16>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::HashMap<&str, f32>> - shim(Some(std::collections::HashMap<&str, f32>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::result::Result<f32, std::string::String>> - shim(Some(std::result::Result<f32, std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::IntoIter<(&str, f32)>> - shim(Some(std::vec::IntoIter<(&str, f32)>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<(&str, f32)>> - shim(Some(std::vec::Vec<(&str, f32)>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
