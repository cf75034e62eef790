// An object-safe trait with generic methods behind where Self: Sized, and an extension for the object itself.
trait Sink {
    fn put(&mut self, b: u8);
    fn all<I: IntoIterator<Item = u8>>(&mut self, i: I)
    where
        Self: Sized,
    {
        for b in i {
            self.put(b);
        }
    }
    fn by_ref(&mut self) -> &mut Self
    where
        Self: Sized,
    {
        self
    }
}
impl dyn Sink {
    fn many(&mut self, n: u8) {
        for i in 0..n {
            self.put(i);
        }
    }
}
impl<S: Sink + ?Sized> Sink for &mut S {
    fn put(&mut self, b: u8) {
        (**self).put(b)
    }
}
impl Sink for Vec<u8> {
    fn put(&mut self, b: u8) {
        self.push(b)
    }
}
fn main() {
    let mut v: Vec<u8> = Vec::new();
    v.all([1, 2]);
    v.by_ref().all(Some(3));
    let mut s: &mut dyn Sink = &mut v;
    s.many(2);
    (&mut s).all([4]);
}

//~ MONO_ITEM fn <&mut dyn Sink as Sink>::all::<[u8; 1]>
//~ MONO_ITEM fn <&mut dyn Sink as Sink>::put
//~ MONO_ITEM fn <std::vec::Vec<u8> as Sink>::all::<[u8; 2]>
//~ MONO_ITEM fn <std::vec::Vec<u8> as Sink>::all::<std::option::Option<u8>>
//~ MONO_ITEM fn <std::vec::Vec<u8> as Sink>::by_ref
//~ MONO_ITEM fn <std::vec::Vec<u8> as Sink>::put
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::array::IntoIter<u8, 1>> - shim(Some(std::array::IntoIter<u8, 1>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::array::IntoIter<u8, 2>> - shim(Some(std::array::IntoIter<u8, 2>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
