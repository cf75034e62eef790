//@ aux: small.rs
//@ compile-flags: -Copt-level=3
//@ crate-type: lib
// Functions that call each other, at times by way of a generic function of another crate, are not inlined into each other.
pub enum Tree {
    Leaf(u8),
    Node(List),
}

pub struct List(Option<Box<Tree>>);

trait Visit {
    fn visit(&self) -> u32;
}

impl Visit for Tree {
    fn visit(&self) -> u32 {
        match self {
            Tree::Leaf(n) => *n as u32,
            Tree::Node(list) => list.visit(),
        }
    }
}

impl Visit for List {
    fn visit(&self) -> u32 {
        each(&self.0)
    }
}

fn each<T: Visit>(item: &Option<Box<T>>) -> u32 {
    match item {
        Some(item) => item.visit(),
        None => 0,
    }
}

fn through(depth: u32) -> u32 {
    small::with(depth, |d| if d == 0 { 0 } else { back(d - 1) })
}

fn back(depth: u32) -> u32 {
    through(depth)
}

#[inline(never)]
pub fn start(tree: &Tree) -> u32 {
    tree.visit() + through(3)
}

//~ MONO_ITEM fn <List as Visit>::visit
//~ MONO_ITEM fn <Tree as Visit>::visit
//~ MONO_ITEM fn back
//~ MONO_ITEM fn each::<Tree>
//~ MONO_ITEM fn start
//~ MONO_ITEM fn through
//~ MONO_ITEM fn through::{closure#0}
