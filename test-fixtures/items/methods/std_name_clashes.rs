// Names that std has too: inherent `map` and `len`, `clone` of a reference, user traits beside Iterator's methods.
#[derive(Debug)]
struct NotClone(u8);

struct Grid {
    cells: [u8; 4],
}

impl Grid {
    fn len(&self) -> u8 {
        self.cells.len() as u8
    }

    fn map<R>(&self, f: impl Fn(u8) -> R) -> [R; 2] {
        [f(self.cells[0]), f(self.cells[1])]
    }

    fn iter(&self) -> impl Iterator<Item = &u8> {
        self.cells.iter()
    }
}

trait Sum3 {
    fn sum3(self) -> u32;
    fn last_one(self) -> Option<u8>
    where
        Self: Sized;
}

impl<'a, I: Iterator<Item = &'a u8>> Sum3 for I {
    fn sum3(self) -> u32 {
        self.take(3).map(|n| *n as u32).sum()
    }
    fn last_one(self) -> Option<u8> {
        self.last().copied()
    }
}

trait Describe {
    fn describe(&self) -> String;
}

impl<T: std::fmt::Debug> Describe for T {
    fn describe(&self) -> String {
        format!("<{self:?}>")
    }
}

fn main() {
    let grid = Grid { cells: [1, 2, 3, 4] };
    let _ = grid.len() as usize + grid.cells.len();
    grid.map(|n| n > 1);
    let _ = grid.iter().map(|n| n + 1).max();
    grid.iter().sum3();
    grid.cells.iter().rev().last_one();
    let value = NotClone(1);
    let reference = &value;
    let copy = reference.clone();
    copy.describe();
    reference.describe();
    let _ = value.0;
}

//~ MONO_ITEM fn <NotClone as Describe>::describe
//~ MONO_ITEM fn <NotClone as std::fmt::Debug>::fmt
//~ MONO_ITEM fn <std::iter::Rev<std::slice::Iter<'_, u8>> as Sum3>::last_one
//~ MONO_ITEM fn <std::slice::Iter<'_, u8> as Sum3>::sum3
//~ MONO_ITEM fn <std::slice::Iter<'_, u8> as Sum3>::sum3::{closure#0}
//~ MONO_ITEM fn Grid::iter
//~ MONO_ITEM fn Grid::len
//~ MONO_ITEM fn Grid::map::<bool, {closure@std_name_clashes.rs:52:14: 52:17}>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
