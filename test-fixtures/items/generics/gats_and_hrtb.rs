// Generic associated types: a lending iterator, a family of pointers, and bounds for all lifetimes.
use std::ops::Deref;
use std::rc::Rc;

trait Lending {
    type Item<'a>
    where
        Self: 'a;
    fn next<'a>(&'a mut self) -> Option<Self::Item<'a>>;

    fn each<F>(&mut self, mut f: F)
    where
        F: for<'a> FnMut(Self::Item<'a>),
    {
        while let Some(item) = self.next() {
            f(item);
        }
    }
}

struct Windows<T, const N: usize> {
    items: [T; N],
    at: usize,
}

impl<T, const N: usize> Lending for Windows<T, N> {
    type Item<'a>
        = &'a mut [T]
    where
        Self: 'a;
    fn next<'a>(&'a mut self) -> Option<&'a mut [T]> {
        let window = self.items.get_mut(self.at..self.at + 2)?;
        self.at += 1;
        Some(window)
    }
}

trait Family {
    type Pointer<T>: Deref<Target = T> + Clone;
    fn new<T>(t: T) -> Self::Pointer<T>;
}

struct Shared;

impl Family for Shared {
    type Pointer<T> = Rc<T>;
    fn new<T>(t: T) -> Rc<T> {
        Rc::new(t)
    }
}

struct Tree<F: Family> {
    value: F::Pointer<u32>,
    name: F::Pointer<&'static str>,
}

impl<F: Family> Tree<F> {
    fn new(value: u32) -> Self {
        Tree { value: F::new(value), name: F::new("tree") }
    }
    fn sum(&self) -> u32 {
        *self.value.clone() + self.name.len() as u32
    }
}

fn main() {
    Windows { items: [1, 2, 3], at: 0 }.each(|w| w[0] += w[1]);
    Tree::<Shared>::new(3).sum();
}

//~ MONO_ITEM fn <Shared as Family>::new::<&str>
//~ MONO_ITEM fn <Shared as Family>::new::<u32>
//~ MONO_ITEM fn <Windows<i32, 3> as Lending>::each::<{closure@gats_and_hrtb.rs:67:46: 67:49}>
//~ MONO_ITEM fn <Windows<i32, 3> as Lending>::next
//~ MONO_ITEM fn Tree::<Shared>::new
//~ MONO_ITEM fn Tree::<Shared>::sum
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<Tree<Shared>> - shim(Some(Tree<Shared>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::rc::Rc<&str>> - shim(Some(std::rc::Rc<&str>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::rc::Rc<u32>> - shim(Some(std::rc::Rc<u32>))
