// A temporary of a match's head lives to its end; one of an `if` condition does not.
struct Lock<'a>(&'a str);

impl Drop for Lock<'_> {
    fn drop(&mut self) {}
}

impl Lock<'_> {
    fn len(&self) -> usize {
        self.0.len()
    }
    fn value(&self) -> Option<&str> {
        Some(self.0)
    }
}

struct Store<T>(T);

impl<T> Drop for Store<T> {
    fn drop(&mut self) {}
}

fn lock(s: &str) -> Lock<'_> {
    Lock(s)
}

fn main() {
    match lock("a").len() {
        0 => drop(Store(1u8)),
        _ => drop(Store(2u16)),
    }
    if lock("b").len() > 1 {
        let _ = Store("c");
    }
    if let Some(text) = lock("d").value() {
        let _kept = Store(text.len());
    }
    let _ = Store('e');
    let _f = Store([1.0f32]);
}

//~ MONO_ITEM fn <Lock<'_> as std::ops::Drop>::drop
//~ MONO_ITEM fn <Store<&str> as std::ops::Drop>::drop
//~ MONO_ITEM fn <Store<[f32; 1]> as std::ops::Drop>::drop
//~ MONO_ITEM fn <Store<char> as std::ops::Drop>::drop
//~ MONO_ITEM fn <Store<u16> as std::ops::Drop>::drop
//~ MONO_ITEM fn <Store<u8> as std::ops::Drop>::drop
//~ MONO_ITEM fn <Store<usize> as std::ops::Drop>::drop
//~ MONO_ITEM fn Lock::<'_>::len
//~ MONO_ITEM fn Lock::<'_>::value
//~ MONO_ITEM fn lock
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<Lock<'_>> - shim(Some(Lock<'_>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Store<&str>> - shim(Some(Store<&str>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Store<[f32; 1]>> - shim(Some(Store<[f32; 1]>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Store<char>> - shim(Some(Store<char>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Store<u16>> - shim(Some(Store<u16>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Store<u8>> - shim(Some(Store<u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Store<usize>> - shim(Some(Store<usize>))
