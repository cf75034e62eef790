// Types known only from a later use: collections filled afterwards, closures' parameters, turbofish with holes.
struct Bag<T> {
    slots: [Option<T>; 2],
    used: usize,
}

impl<T> Bag<T> {
    fn new() -> Self {
        Bag { slots: [None, None], used: 0 }
    }
    fn add(&mut self, t: T) {
        let at = self.used;
        self.slots[at] = Some(t);
        self.used += 1;
    }
    fn take(&mut self) -> Option<T> {
        self.slots[0].take()
    }
}

fn produce<T: Default>() -> T {
    T::default()
}

fn consume(_: u64) {}

fn apply<A, B, F: Fn(A) -> B>(a: A, f: F) -> B {
    f(a)
}

fn convert<A: Into<B>, B>(a: A) -> B {
    a.into()
}

fn main() {
    let mut bag = Bag::new();
    let fresh = produce();
    consume(fresh);
    bag.add(fresh);
    let taken = bag.take();
    let _ = taken;
    let mut empty = None;
    if bag.used > 5 {
        empty = Some(produce());
    }
    let _: Option<[u8; 2]> = empty;
    let n = apply(3, |x| x + 1u16);
    let _ = convert::<_, u64>(n);
    let parse = |s: &str| -> usize { s.len() };
    let _ = apply("abc", parse);
    let (a, b) = (produce(), produce());
    let _: (i8, bool) = (a, b);
    let pointer = &produce();
    let _: &char = pointer;
}

//~ MONO_ITEM fn Bag::<u64>::add
//~ MONO_ITEM fn Bag::<u64>::new
//~ MONO_ITEM fn Bag::<u64>::take
//~ MONO_ITEM fn apply::<&str, usize, {closure@flows_backwards.rs:49:17: 49:35}>
//~ MONO_ITEM fn apply::<u16, u16, {closure@flows_backwards.rs:47:22: 47:25}>
//~ MONO_ITEM fn consume
//~ MONO_ITEM fn convert::<u16, u64>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn produce::<[u8; 2]>
//~ MONO_ITEM fn produce::<bool>
//~ MONO_ITEM fn produce::<char>
//~ MONO_ITEM fn produce::<i8>
//~ MONO_ITEM fn produce::<u64>
