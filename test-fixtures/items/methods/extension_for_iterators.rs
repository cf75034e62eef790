// A blanket extension of Iterator, with an adapter of its own.
struct Pairs<I: Iterator>(I, Option<I::Item>);
impl<I: Iterator> Iterator for Pairs<I>
where
    I::Item: Clone,
{
    type Item = (I::Item, I::Item);
    fn next(&mut self) -> Option<Self::Item> {
        let b = self.0.next()?;
        let a = self.1.replace(b.clone());
        match a {
            Some(a) => Some((a, b)),
            None => self.next(),
        }
    }
}
trait Ext: Iterator + Sized {
    fn pairs(self) -> Pairs<Self> {
        Pairs(self, None)
    }
    fn tally(self, mut f: impl FnMut(&Self::Item) -> bool) -> usize {
        let mut n = 0;
        for x in self {
            if f(&x) {
                n += 1;
            }
        }
        n
    }
}
impl<I: Iterator> Ext for I {}
fn main() {
    [1u8, 2, 3].iter().pairs().tally(|(a, b)| a < b);
    "abc"
        .chars()
        .pairs()
        .map(|(a, b)| a as u32 + b as u32)
        .tally(|n| *n > 3);
}

//~ MONO_ITEM fn <Pairs<std::slice::Iter<'_, u8>> as Ext>::tally::<{closure@extension_for_iterators.rs:33:38: 33:46}>
//~ MONO_ITEM fn <Pairs<std::slice::Iter<'_, u8>> as std::iter::Iterator>::next
//~ MONO_ITEM fn <Pairs<std::str::Chars<'_>> as std::iter::Iterator>::next
//~ MONO_ITEM fn <std::iter::Map<Pairs<std::str::Chars<'_>>, {closure@extension_for_iterators.rs:37:14: 37:22}> as Ext>::tally::<{closure@extension_for_iterators.rs:38:16: 38:19}>
//~ MONO_ITEM fn <std::slice::Iter<'_, u8> as Ext>::pairs
//~ MONO_ITEM fn <std::str::Chars<'_> as Ext>::pairs
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn main::{closure#2}
