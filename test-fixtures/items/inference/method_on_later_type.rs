// A method on what a closure returned, an index gave, or a loop variable is.
struct Registry<T> {
    items: Vec<(String, T)>,
}

impl<T: Clone + PartialOrd> Registry<T> {
    fn best(&self) -> Option<T> {
        let mut best = None;
        for (name, item) in &self.items {
            if name.is_empty() {
                continue;
            }
            match &best {
                Some(b) if *b >= *item => {}
                _ => best = Some(item.clone()),
            }
        }
        best
    }
    fn sorted(&self) -> Vec<T> {
        let mut all: Vec<_> = self.items.iter().map(|pair| pair.1.clone()).collect();
        all.sort_by(|a, b| a.partial_cmp(b).unwrap());
        all
    }
}

fn main() {
    let numbers = Registry { items: vec![("a".to_string(), 1.5f32)] };
    let _ = numbers.best().map(|n| n.floor());
    let _ = numbers.sorted()[0].abs();
    let nested = Registry { items: vec![("b".to_string(), vec![1u8])] };
    let _ = nested.best().unwrap_or_default().len();
}

//~ MONO_ITEM fn Registry::<f32>::best
//~ MONO_ITEM fn Registry::<f32>::sorted
//~ MONO_ITEM fn Registry::<f32>::sorted::{closure#0}
//~ MONO_ITEM fn Registry::<f32>::sorted::{closure#1}
//~ MONO_ITEM fn Registry::<std::vec::Vec<u8>>::best
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<(std::string::String, f32)> - shim(Some((std::string::String, f32)))
//~ MONO_ITEM fn std::ptr::drop_in_place::<(std::string::String, std::vec::Vec<u8>)> - shim(Some((std::string::String, std::vec::Vec<u8>)))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Registry<f32>> - shim(Some(Registry<f32>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Registry<std::vec::Vec<u8>>> - shim(Some(Registry<std::vec::Vec<u8>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[(std::string::String, f32)]> - shim(Some([(std::string::String, f32)]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[(std::string::String, std::vec::Vec<u8>)]> - shim(Some([(std::string::String, std::vec::Vec<u8>)]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<std::mem::MaybeUninit<[(std::string::String, f32); 1]>>> - shim(Some(std::boxed::Box<std::mem::MaybeUninit<[(std::string::String, f32); 1]>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<std::mem::MaybeUninit<[(std::string::String, std::vec::Vec<u8>); 1]>>> - shim(Some(std::boxed::Box<std::mem::MaybeUninit<[(std::string::String, std::vec::Vec<u8>); 1]>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::vec::Vec<u8>>> - shim(Some(std::option::Option<std::vec::Vec<u8>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<(std::string::String, f32)>> - shim(Some(std::vec::Vec<(std::string::String, f32)>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<(std::string::String, std::vec::Vec<u8>)>> - shim(Some(std::vec::Vec<(std::string::String, std::vec::Vec<u8>)>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<f32>> - shim(Some(std::vec::Vec<f32>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
