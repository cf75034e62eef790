// Impls that apply to some arguments only, chosen by where clauses.
use std::fmt::Display;

struct Pair<T> {
    a: T,
    b: T,
}

impl<T> Pair<T> {
    fn new(a: T, b: T) -> Self {
        Pair { a, b }
    }
}

impl<T: PartialOrd + Display> Pair<T> {
    fn largest(&self) -> String {
        if self.a > self.b { self.a.to_string() } else { self.b.to_string() }
    }
}

impl Pair<bool> {
    fn both(&self) -> bool {
        self.a && self.b
    }
}

trait Describe {
    fn describe(&self) -> String;
}

impl<T> Describe for Pair<T>
where
    for<'a> &'a T: IntoIterator<Item = &'a u8>,
{
    fn describe(&self) -> String {
        format!("{}", (&self.a).into_iter().count() + (&self.b).into_iter().count())
    }
}

fn main() {
    Pair::new(1, 2).largest();
    Pair::new("a", "b").largest();
    Pair::new(true, false).both();
    Pair::new(vec![1u8], vec![]).describe();
}

//~ MONO_ITEM fn <Pair<std::vec::Vec<u8>> as Describe>::describe
//~ MONO_ITEM fn Pair::<&str>::largest
//~ MONO_ITEM fn Pair::<&str>::new
//~ MONO_ITEM fn Pair::<bool>::both
//~ MONO_ITEM fn Pair::<bool>::new
//~ MONO_ITEM fn Pair::<i32>::largest
//~ MONO_ITEM fn Pair::<i32>::new
//~ MONO_ITEM fn Pair::<std::vec::Vec<u8>>::new
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<Pair<std::vec::Vec<u8>>> - shim(Some(Pair<std::vec::Vec<u8>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
