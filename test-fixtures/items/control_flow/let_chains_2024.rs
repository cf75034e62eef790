//@ edition: 2024
// Let chains drop their temporaries in order, and else branches see none of them.
struct T(u8);
impl Drop for T {
    fn drop(&mut self) {}
}
impl T {
    fn get(&self) -> Option<u8> {
        Some(self.0)
    }
    fn deep(&self) -> Option<T> {
        None
    }
}
fn f(a: &T) -> u8 {
    if let Some(x) = T(1).get()
        && let Some(y) = a.deep()
        && x > y.0
    {
        x
    } else if let Some(z) = T(2).deep() {
        z.0
    } else {
        0
    }
}
fn g(v: &mut Vec<T>) {
    while let Some(t) = v.pop()
        && t.0 > 0
    {
        t.get();
    }
}
fn main() {
    f(&T(3));
    g(&mut vec![]);
    let v = { T(4).get().is_some() };
    let _ = v;
}

//~ MONO_ITEM fn <T as std::ops::Drop>::drop
//~ MONO_ITEM fn T::deep
//~ MONO_ITEM fn T::get
//~ MONO_ITEM fn f
//~ MONO_ITEM fn g
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<T> - shim(Some(T))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[T]> - shim(Some([T]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<T>> - shim(Some(std::vec::Vec<T>))
