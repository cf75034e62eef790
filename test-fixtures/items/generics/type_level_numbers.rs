// Recursion through types: Peano numbers, heterogeneous lists, and instances at each depth.
use std::marker::PhantomData;

struct Zero;
struct Succ<N>(PhantomData<N>);

trait Nat {
    const VALUE: usize;
    fn count() -> usize;
}

impl Nat for Zero {
    const VALUE: usize = 0;
    fn count() -> usize {
        0
    }
}

impl<N: Nat> Nat for Succ<N> {
    const VALUE: usize = N::VALUE + 1;
    fn count() -> usize {
        N::count() + 1
    }
}

trait Add<M> {
    type Sum;
}

impl<M> Add<M> for Zero {
    type Sum = M;
}

impl<N: Add<M>, M> Add<M> for Succ<N> {
    type Sum = Succ<N::Sum>;
}

struct Nil;
struct Cons<H, T>(H, T);

trait Each {
    fn each<V: Visit>(&self, v: &mut V);
}

trait Visit {
    fn visit<T: Size>(&mut self, t: &T);
}

trait Size {
    fn size(&self) -> usize;
}

impl Size for u8 {
    fn size(&self) -> usize {
        1
    }
}

impl Size for &str {
    fn size(&self) -> usize {
        self.len()
    }
}

impl Each for Nil {
    fn each<V: Visit>(&self, _: &mut V) {}
}

impl<H: Size, T: Each> Each for Cons<H, T> {
    fn each<V: Visit>(&self, v: &mut V) {
        v.visit(&self.0);
        self.1.each(v);
    }
}

struct Total(usize);

impl Visit for Total {
    fn visit<T: Size>(&mut self, t: &T) {
        self.0 += t.size();
    }
}

type Two = Succ<Succ<Zero>>;

fn main() {
    Two::count();
    <<Two as Add<Succ<Zero>>>::Sum as Nat>::count();
    let _ = [0u8; <Two as Nat>::VALUE];
    let mut total = Total(0);
    Cons(1u8, Cons("abc", Nil)).each(&mut total);
}

//~ MONO_ITEM fn <&str as Size>::size
//~ MONO_ITEM fn <Cons<&str, Nil> as Each>::each::<Total>
//~ MONO_ITEM fn <Cons<u8, Cons<&str, Nil>> as Each>::each::<Total>
//~ MONO_ITEM fn <Nil as Each>::each::<Total>
//~ MONO_ITEM fn <Succ<Succ<Succ<Zero>>> as Nat>::count
//~ MONO_ITEM fn <Succ<Succ<Zero>> as Nat>::count
//~ MONO_ITEM fn <Succ<Zero> as Nat>::count
//~ MONO_ITEM fn <Total as Visit>::visit::<&str>
//~ MONO_ITEM fn <Total as Visit>::visit::<u8>
//~ MONO_ITEM fn <Zero as Nat>::count
//~ MONO_ITEM fn <u8 as Size>::size
//~ MONO_ITEM fn main
