// Iterators returned as `impl Iterator`, taken as `impl IntoIterator`, and in trait methods.
struct Countdown(u32);

impl Iterator for Countdown {
    type Item = u32;
    fn next(&mut self) -> Option<u32> {
        if self.0 == 0 {
            None
        } else {
            self.0 -= 1;
            Some(self.0)
        }
    }
}

fn evens(limit: u32) -> impl Iterator<Item = u32> {
    Countdown(limit).filter(|n| n % 2 == 0)
}

fn squares<'a>(items: &'a [u32]) -> impl Iterator<Item = u32> + 'a {
    items.iter().map(|n| n * n)
}

fn add_all(items: impl IntoIterator<Item = u32>) -> u32 {
    let mut sum = 0;
    for item in items {
        sum += item;
    }
    sum
}

trait Container {
    fn items(&self) -> impl Iterator<Item = u32>;

    fn largest(&self) -> u32 {
        let mut max = 0;
        for item in self.items() {
            if item > max {
                max = item;
            }
        }
        max
    }
}

struct Bag([u32; 3]);

impl Container for Bag {
    fn items(&self) -> impl Iterator<Item = u32> {
        squares(&self.0)
    }
}

fn main() {
    add_all(evens(10));
    add_all([1, 2, 3]);
    add_all(Countdown(2));
    Bag([1, 5, 3]).largest();
}

//~ MONO_ITEM fn <Bag as Container>::items
//~ MONO_ITEM fn <Bag as Container>::largest
//~ MONO_ITEM fn <Countdown as std::iter::Iterator>::next
//~ MONO_ITEM fn add_all::<Countdown>
//~ MONO_ITEM fn add_all::<[u32; 3]>
//~ MONO_ITEM fn add_all::<std::iter::Filter<Countdown, {closure@iterators.rs:17:29: 17:32}>>
//~ MONO_ITEM fn evens
//~ MONO_ITEM fn evens::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn squares
//~ MONO_ITEM fn squares::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::array::IntoIter<u32, 3>> - shim(Some(std::array::IntoIter<u32, 3>))
