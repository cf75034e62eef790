// A program's own iterator trait with lazy adaptors and consumers, all generic over closures.
trait MyIter: Sized {
    type Item;
    fn next(&mut self) -> Option<Self::Item>;

    fn map<B, F: FnMut(Self::Item) -> B>(self, f: F) -> Map<Self, F> {
        Map { iter: self, f }
    }
    fn filter<P: FnMut(&Self::Item) -> bool>(self, p: P) -> Filter<Self, P> {
        Filter { iter: self, p }
    }
    fn zip<U: MyIter>(self, other: U) -> Zip<Self, U> {
        Zip(self, other)
    }
    fn fold<A, F: FnMut(A, Self::Item) -> A>(mut self, start: A, mut f: F) -> A {
        let mut acc = start;
        while let Some(item) = self.next() {
            acc = f(acc, item);
        }
        acc
    }
    fn sum(self) -> Self::Item
    where
        Self::Item: std::ops::Add<Output = Self::Item> + Default,
    {
        self.fold(Default::default(), |a, b| a + b)
    }
    fn count(self) -> usize {
        self.fold(0, |n, _| n + 1)
    }
}

struct Map<I, F> {
    iter: I,
    f: F,
}
struct Filter<I, P> {
    iter: I,
    p: P,
}
struct Zip<A, B>(A, B);
struct UpTo {
    at: u32,
    end: u32,
}

impl MyIter for UpTo {
    type Item = u32;
    fn next(&mut self) -> Option<u32> {
        if self.at == self.end {
            return None;
        }
        self.at += 1;
        Some(self.at)
    }
}
impl<I: MyIter, B, F: FnMut(I::Item) -> B> MyIter for Map<I, F> {
    type Item = B;
    fn next(&mut self) -> Option<B> {
        match self.iter.next() {
            Some(item) => Some((self.f)(item)),
            None => None,
        }
    }
}
impl<I: MyIter, P: FnMut(&I::Item) -> bool> MyIter for Filter<I, P> {
    type Item = I::Item;
    fn next(&mut self) -> Option<I::Item> {
        while let Some(item) = self.iter.next() {
            if (self.p)(&item) {
                return Some(item);
            }
        }
        None
    }
}
impl<A: MyIter, B: MyIter> MyIter for Zip<A, B> {
    type Item = (A::Item, B::Item);
    fn next(&mut self) -> Option<Self::Item> {
        Some((self.0.next()?, self.1.next()?))
    }
}

fn up_to(end: u32) -> UpTo {
    UpTo { at: 0, end }
}

fn main() {
    up_to(4).map(|n| n as f64 / 2.0).sum();
    let limit = 3;
    up_to(9).filter(|n| *n > limit).zip(up_to(2).map(|n| n * 2)).count();
    up_to(3).sum();
}

//~ MONO_ITEM fn <Filter<UpTo, {closure@own_iterator_trait.rs:91:21: 91:24}> as MyIter>::next
//~ MONO_ITEM fn <Filter<UpTo, {closure@own_iterator_trait.rs:91:21: 91:24}> as MyIter>::zip::<Map<UpTo, {closure@own_iterator_trait.rs:91:54: 91:57}>>
//~ MONO_ITEM fn <Map<UpTo, {closure@own_iterator_trait.rs:89:18: 89:21}> as MyIter>::fold::<f64, {closure@own_iterator_trait.rs:26:39: 26:45}>
//~ MONO_ITEM fn <Map<UpTo, {closure@own_iterator_trait.rs:89:18: 89:21}> as MyIter>::next
//~ MONO_ITEM fn <Map<UpTo, {closure@own_iterator_trait.rs:89:18: 89:21}> as MyIter>::sum
//~ MONO_ITEM fn <Map<UpTo, {closure@own_iterator_trait.rs:89:18: 89:21}> as MyIter>::sum::{closure#0}
//~ MONO_ITEM fn <Map<UpTo, {closure@own_iterator_trait.rs:91:54: 91:57}> as MyIter>::next
//~ MONO_ITEM fn <UpTo as MyIter>::filter::<{closure@own_iterator_trait.rs:91:21: 91:24}>
//~ MONO_ITEM fn <UpTo as MyIter>::fold::<u32, {closure@own_iterator_trait.rs:26:39: 26:45}>
//~ MONO_ITEM fn <UpTo as MyIter>::map::<f64, {closure@own_iterator_trait.rs:89:18: 89:21}>
//~ MONO_ITEM fn <UpTo as MyIter>::map::<u32, {closure@own_iterator_trait.rs:91:54: 91:57}>
//~ MONO_ITEM fn <UpTo as MyIter>::next
//~ MONO_ITEM fn <UpTo as MyIter>::sum
//~ MONO_ITEM fn <UpTo as MyIter>::sum::{closure#0}
//~ MONO_ITEM fn <Zip<Filter<UpTo, {closure@own_iterator_trait.rs:91:21: 91:24}>, Map<UpTo, {closure@own_iterator_trait.rs:91:54: 91:57}>> as MyIter>::count
//~ MONO_ITEM fn <Zip<Filter<UpTo, {closure@own_iterator_trait.rs:91:21: 91:24}>, Map<UpTo, {closure@own_iterator_trait.rs:91:54: 91:57}>> as MyIter>::count::{closure#0}
//~ MONO_ITEM fn <Zip<Filter<UpTo, {closure@own_iterator_trait.rs:91:21: 91:24}>, Map<UpTo, {closure@own_iterator_trait.rs:91:54: 91:57}>> as MyIter>::fold::<usize, {closure@own_iterator_trait.rs:29:22: 29:28}>
//~ MONO_ITEM fn <Zip<Filter<UpTo, {closure@own_iterator_trait.rs:91:21: 91:24}>, Map<UpTo, {closure@own_iterator_trait.rs:91:54: 91:57}>> as MyIter>::next
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn main::{closure#2}
//~ MONO_ITEM fn up_to
