// An arena with typed indices, iteration over pairs, a generic id, and a depth-first search with a closure.
use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

struct Id<T> {
    raw: u32,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.raw == other.raw
    }
}

struct Arena<T> {
    items: Vec<T>,
}

impl<T> Arena<T> {
    fn alloc(&mut self, item: T) -> Id<T> {
        let raw = self.items.len() as u32;
        self.items.push(item);
        Id { raw, of: PhantomData }
    }
    fn ids(&self) -> impl Iterator<Item = Id<T>> + '_ {
        (0..self.items.len() as u32).map(|raw| Id { raw, of: PhantomData })
    }
}

impl<T> Default for Arena<T> {
    fn default() -> Self {
        Arena { items: Vec::new() }
    }
}

impl<T> Index<Id<T>> for Arena<T> {
    type Output = T;
    fn index(&self, id: Id<T>) -> &T {
        &self.items[id.raw as usize]
    }
}

impl<T> IndexMut<Id<T>> for Arena<T> {
    fn index_mut(&mut self, id: Id<T>) -> &mut T {
        &mut self.items[id.raw as usize]
    }
}

struct Place {
    roads: Vec<Id<Place>>,
    seen: bool,
}

#[derive(Default)]
struct Map {
    places: Arena<Place>,
    labels: Arena<&'static str>,
}

impl Map {
    fn search(&mut self, from: Id<Place>, visit: &mut dyn FnMut(Id<Place>)) {
        if std::mem::replace(&mut self.places[from].seen, true) {
            return;
        }
        visit(from);
        for next in self.places[from].roads.clone() {
            self.search(next, visit);
        }
    }
}

fn main() {
    let mut map = Map::default();
    let a = map.places.alloc(Place { roads: vec![], seen: false });
    let b = map.places.alloc(Place { roads: vec![a], seen: false });
    let label = map.labels.alloc("a");
    let _ = map.labels[label].len();
    let mut order = Vec::new();
    map.search(b, &mut |id| order.push(id));
    let _ = order[0] == b && map.places.ids().count() == 2;
}

//~ MONO_ITEM fn <Arena<&str> as std::default::Default>::default
//~ MONO_ITEM fn <Arena<&str> as std::ops::Index<Id<&str>>>::index
//~ MONO_ITEM fn <Arena<Place> as std::default::Default>::default
//~ MONO_ITEM fn <Arena<Place> as std::ops::Index<Id<Place>>>::index
//~ MONO_ITEM fn <Arena<Place> as std::ops::IndexMut<Id<Place>>>::index_mut
//~ MONO_ITEM fn <Id<Place> as std::clone::Clone>::clone
//~ MONO_ITEM fn <Id<Place> as std::cmp::PartialEq>::eq
//~ MONO_ITEM fn <Map as std::default::Default>::default
//~ MONO_ITEM fn <{closure@arena_and_indices.rs:86:24: 86:28} as std::ops::FnOnce<(Id<Place>,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@arena_and_indices.rs:86:24: 86:28} as std::ops::FnOnce<(Id<Place>,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn Arena::<&str>::alloc
//~ MONO_ITEM fn Arena::<Place>::alloc
//~ MONO_ITEM fn Arena::<Place>::ids
//~ MONO_ITEM fn Arena::<Place>::ids::{closure#0}
//~ MONO_ITEM fn Map::search
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<Arena<&str>> - shim(Some(Arena<&str>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Arena<Place>> - shim(Some(Arena<Place>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Map> - shim(Some(Map))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Place> - shim(Some(Place))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[Place]> - shim(Some([Place]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::IntoIter<Id<Place>>> - shim(Some(std::vec::IntoIter<Id<Place>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<&str>> - shim(Some(std::vec::Vec<&str>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<Id<Place>>> - shim(Some(std::vec::Vec<Id<Place>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<Place>> - shim(Some(std::vec::Vec<Place>))
