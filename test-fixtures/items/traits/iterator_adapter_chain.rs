// An adapter of the program's own, under std's adapters.
struct Pairs<I: Iterator> {
    inner: I,
}

impl<I: Iterator> Iterator for Pairs<I> {
    type Item = (I::Item, I::Item);
    fn next(&mut self) -> Option<Self::Item> {
        Some((self.inner.next()?, self.inner.next()?))
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, None)
    }
}

trait PairsExt: Iterator + Sized {
    fn pairs(self) -> Pairs<Self> {
        Pairs { inner: self }
    }
}

impl<I: Iterator> PairsExt for I {}

fn main() {
    let sums: Vec<u8> = [1u8, 2, 3, 4].into_iter().pairs().map(|(a, b)| a + b).collect();
    let _ = sums.iter().pairs().rev_count();
}

trait RevCount: Iterator + Sized {
    fn rev_count(self) -> usize {
        self.fold(0, |n, _| n + 1)
    }
}

impl<I: Iterator> RevCount for I {}

//~ MONO_ITEM fn <Pairs<std::array::IntoIter<u8, 4>> as std::iter::Iterator>::next
//~ MONO_ITEM fn <Pairs<std::array::IntoIter<u8, 4>> as std::iter::Iterator>::size_hint
//~ MONO_ITEM fn <Pairs<std::slice::Iter<'_, u8>> as RevCount>::rev_count
//~ MONO_ITEM fn <Pairs<std::slice::Iter<'_, u8>> as RevCount>::rev_count::{closure#0}
//~ MONO_ITEM fn <Pairs<std::slice::Iter<'_, u8>> as std::iter::Iterator>::next
//~ MONO_ITEM fn <std::array::IntoIter<u8, 4> as PairsExt>::pairs
//~ MONO_ITEM fn <std::slice::Iter<'_, u8> as PairsExt>::pairs
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::iter::Map<Pairs<std::array::IntoIter<u8, 4>>, {closure@iterator_adapter_chain.rs:25:64: 25:72}>> - shim(Some(std::iter::Map<Pairs<std::array::IntoIter<u8, 4>>, {closure@iterator_adapter_chain.rs:25:64: 25:72}>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
