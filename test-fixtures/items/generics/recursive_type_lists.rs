// A trait recurses over a list of types.
struct Nil;
struct Cons<H, T>(H, T);
trait Visit {
    fn see<T>(&mut self, t: &T);
}
trait Each {
    const LEN: usize;
    fn each<V: Visit>(&self, v: &mut V);
}
impl Each for Nil {
    const LEN: usize = 0;
    fn each<V: Visit>(&self, _: &mut V) {}
}
impl<H, T: Each> Each for Cons<H, T> {
    const LEN: usize = T::LEN + 1;
    fn each<V: Visit>(&self, v: &mut V) {
        v.see(&self.0);
        self.1.each(v)
    }
}
struct Count<const MAX: usize>(usize);
impl<const MAX: usize> Visit for Count<MAX> {
    fn see<T>(&mut self, _: &T) {
        self.0 += std::mem::size_of::<[T; MAX]>();
    }
}
fn len<L: Each>(_: &L) -> usize {
    L::LEN
}
fn main() {
    let l = Cons(1u8, Cons("x", Cons([0u16; 2], Nil)));
    l.each(&mut Count::<3>(0));
    len(&l);
}

//~ MONO_ITEM fn <Cons<&str, Cons<[u16; 2], Nil>> as Each>::each::<Count<3>>
//~ MONO_ITEM fn <Cons<[u16; 2], Nil> as Each>::each::<Count<3>>
//~ MONO_ITEM fn <Cons<u8, Cons<&str, Cons<[u16; 2], Nil>>> as Each>::each::<Count<3>>
//~ MONO_ITEM fn <Count<3> as Visit>::see::<&str>
//~ MONO_ITEM fn <Count<3> as Visit>::see::<[u16; 2]>
//~ MONO_ITEM fn <Count<3> as Visit>::see::<u8>
//~ MONO_ITEM fn <Nil as Each>::each::<Count<3>>
//~ MONO_ITEM fn len::<Cons<u8, Cons<&str, Cons<[u16; 2], Nil>>>>
//~ MONO_ITEM fn main
