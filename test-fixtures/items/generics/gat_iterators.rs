// A lending trait with a generic associated type, driven by closures.
trait Lend {
    type Item<'a>
    where
        Self: 'a;
    fn next<'a>(&'a mut self) -> Option<Self::Item<'a>>;
    fn fold<B>(mut self, mut b: B, mut f: impl FnMut(B, Self::Item<'_>) -> B) -> B
    where
        Self: Sized,
    {
        while let Some(x) = self.next() {
            b = f(b, x);
        }
        b
    }
}
struct Windows<T, const N: usize>(Vec<T>, usize);
impl<T, const N: usize> Lend for Windows<T, N> {
    type Item<'a>
        = &'a mut [T]
    where
        T: 'a;
    fn next<'a>(&'a mut self) -> Option<&'a mut [T]> {
        let at = self.1;
        self.1 += 1;
        self.0.get_mut(at..at + N)
    }
}
fn main() {
    Windows::<u8, 2>(vec![1, 2, 3], 0).fold(0, |n, w| n + w.len());
    Windows::<String, 1>(vec![], 0).fold(String::new(), |s, w| s + &w[0]);
}

//~ MONO_ITEM fn <Windows<std::string::String, 1> as Lend>::fold::<std::string::String, {closure@gat_iterators.rs:31:57: 31:63}>
//~ MONO_ITEM fn <Windows<std::string::String, 1> as Lend>::next
//~ MONO_ITEM fn <Windows<u8, 2> as Lend>::fold::<usize, {closure@gat_iterators.rs:30:48: 30:54}>
//~ MONO_ITEM fn <Windows<u8, 2> as Lend>::next
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn std::ptr::drop_in_place::<Windows<std::string::String, 1>> - shim(Some(Windows<std::string::String, 1>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Windows<u8, 2>> - shim(Some(Windows<u8, 2>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::string::String]> - shim(Some([std::string::String]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<std::string::String>> - shim(Some(std::vec::Vec<std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
