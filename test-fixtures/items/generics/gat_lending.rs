// A generic associated type, projected through a bound.
trait Lend {
    type Item<'a>
    where
        Self: 'a;
    fn next(&mut self) -> Option<Self::Item<'_>>;
}

struct Windows {
    data: Vec<u8>,
    at: usize,
}

impl Lend for Windows {
    type Item<'a> = &'a mut [u8];
    fn next(&mut self) -> Option<&mut [u8]> {
        self.at += 1;
        self.data.get_mut(self.at..)
    }
}

fn drain<L: Lend>(mut l: L, mut f: impl FnMut(L::Item<'_>)) {
    while let Some(item) = l.next() {
        f(item);
    }
}

fn main() {
    drain(Windows { data: vec![1, 2], at: 0 }, |w| w[0] = 1);
}

//~ MONO_ITEM fn <Windows as Lend>::next
//~ MONO_ITEM fn drain::<Windows, {closure@gat_lending.rs:29:48: 29:51}>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<Windows> - shim(Some(Windows))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
