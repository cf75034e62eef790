//@ crate-type: lib
//@ compile-flags: -Clink-dead-code
// Eager collection of a library: private functions and the glue of its types too.
struct Private {
    items: Vec<Entry>,
}

enum Entry {
    Text(Box<str>),
    Pair(Box<Entry>, u8),
}

impl Private {
    fn unused(&self) -> usize {
        self.items.iter().map(|entry| entry.size()).sum()
    }
}

impl Entry {
    fn size(&self) -> usize {
        match self {
            Entry::Text(text) => text.len(),
            Entry::Pair(inner, _) => inner.size() + 1,
        }
    }
}

trait Shape {
    const SIDES: u32;
    fn sides(&self) -> u32 {
        Self::SIDES
    }
}

struct Square;

impl Shape for Square {
    const SIDES: u32 = 4;
}

struct Triangle<T>(T);

impl<T> Shape for Triangle<T> {
    const SIDES: u32 = 3;
}

union Bits {
    int: u32,
    float: f32,
}

fn bits(b: Bits) -> u32 {
    unsafe { if b.float > 1.0 { b.int } else { 0 } }
}

pub fn public<T>(t: T) -> T {
    t
}

//~ MONO_ITEM fn <Square as Shape>::sides
//~ MONO_ITEM fn Entry::size
//~ MONO_ITEM fn Private::unused
//~ MONO_ITEM fn Private::unused::{closure#0}
//~ MONO_ITEM fn bits
//~ MONO_ITEM fn std::ptr::drop_in_place::<Entry> - shim(Some(Entry))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Private> - shim(Some(Private))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[Entry]> - shim(Some([Entry]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<Entry>> - shim(Some(std::boxed::Box<Entry>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<str>> - shim(Some(std::boxed::Box<str>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<Entry>> - shim(Some(std::vec::Vec<Entry>))
