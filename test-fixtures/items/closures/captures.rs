// What a closure holds: by reference, by move, disjoint fields, nested closures, and the drop glue of it.
struct Guard(&'static str);

impl Guard {
    fn len(&self) -> usize {
        self.0.len()
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.0 = "";
    }
}

struct Pair {
    left: Guard,
    right: Guard,
    count: usize,
}

fn call<R>(f: impl FnOnce() -> R) -> R {
    f()
}

fn main() {
    let pair = Pair { left: Guard("l"), right: Guard("r"), count: 1 };
    let count = || pair.count + 1;
    let _ = count();
    // Edition 2021: only `pair.left` moves into the closure.
    let take_left = move || pair.left.len();
    let _ = take_left();
    let _ = pair.right.0;

    let outer = Guard("o");
    let nested = move || {
        let inner = || outer.len();
        call(inner)
    };
    let _ = nested();

    let mut log = [0usize; 3];
    let mut at = 0;
    let mut push = |n: usize| {
        log[at] = n;
        at += 1;
    };
    push(4);
    push(5);
    let spare = Guard("s");
    let never_called = move || spare.len();
    let _ = &never_called;
}

//~ MONO_ITEM fn <Guard as std::ops::Drop>::drop
//~ MONO_ITEM fn <{closure@captures.rs:37:21: 37:23} as std::ops::FnOnce<()>>::call_once - shim
//~ MONO_ITEM fn Guard::len
//~ MONO_ITEM fn call::<usize, {closure@captures.rs:37:21: 37:23}>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn main::{closure#2}
//~ MONO_ITEM fn main::{closure#2}::{closure#0}
//~ MONO_ITEM fn main::{closure#3}
//~ MONO_ITEM fn std::ptr::drop_in_place::<Guard> - shim(Some(Guard))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{closure@captures.rs:31:21: 31:28}> - shim(Some({closure@captures.rs:31:21: 31:28}))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{closure@captures.rs:36:18: 36:25}> - shim(Some({closure@captures.rs:36:18: 36:25}))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{closure@captures.rs:51:24: 51:31}> - shim(Some({closure@captures.rs:51:24: 51:31}))
