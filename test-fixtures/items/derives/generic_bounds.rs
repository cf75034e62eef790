// A derived impl bounds the parameters, and calls the field's impl, not the parameter's.
use std::collections::BTreeSet;
use std::marker::PhantomData;

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
struct Wrapper<T> {
    inner: Option<T>,
    tag: PhantomData<T>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level<T> {
    Low,
    High(T),
    Range { from: T, to: T },
}

fn main() {
    let a = Wrapper { inner: Some(1u8), tag: PhantomData };
    let _ = a.clone() == a;
    let mut set = BTreeSet::new();
    set.insert(Level::High('a'));
    set.insert(Level::Range { from: 'a', to: 'b' });
    let _ = Wrapper::<String>::default();
    let _ = Level::Low < Level::High(2u16);
}

//~ MONO_ITEM fn <Level<char> as std::cmp::Ord>::cmp
//~ MONO_ITEM fn <Level<u16> as std::cmp::PartialOrd>::partial_cmp
//~ MONO_ITEM fn <Wrapper<std::string::String> as std::default::Default>::default
//~ MONO_ITEM fn <Wrapper<u8> as std::clone::Clone>::clone
//~ MONO_ITEM fn <Wrapper<u8> as std::cmp::PartialEq>::eq
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<Wrapper<std::string::String>> - shim(Some(Wrapper<std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::BTreeSet<Level<char>>> - shim(Some(std::collections::BTreeSet<Level<char>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::string::String>> - shim(Some(std::option::Option<std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
