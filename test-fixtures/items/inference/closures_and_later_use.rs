// Closure signatures known by expectation, by a later call, by a bound on the callee; blocks that return early.
fn twice<T>(f: impl Fn(T) -> T, t: T) -> T
where
    T: Clone,
{
    f(f(t.clone()))
}

fn with_pair<A, B, R>(pair: (A, B), f: impl FnOnce(A, B) -> R) -> R {
    f(pair.0, pair.1)
}

struct Emitter<E> {
    sinks: Vec<Box<dyn Fn(&E) -> bool>>,
}

impl<E> Emitter<E> {
    fn on(&mut self, f: impl Fn(&E) -> bool + 'static) -> &mut Self {
        self.sinks.push(Box::new(f));
        self
    }

    fn emit(&self, event: E) -> usize {
        self.sinks.iter().filter(|sink| sink(&event)).count()
    }
}

struct Mouse {
    x: i16,
}

fn main() {
    twice(|n| n + 1, 4u64);
    let late = |x| x;
    let _: char = late('a');
    let _ = with_pair(("a", 2), |text, n| text.len() + n);
    let mut emitter = Emitter { sinks: Vec::new() };
    emitter.on(|mouse: &Mouse| mouse.x > 0).on(|_| true);
    emitter.emit(Mouse { x: 1 });
    let parse = |s: &str| {
        if s.is_empty() {
            return None;
        }
        let n = s.len().checked_sub(1)?;
        Some(n as u32)
    };
    let total: u32 = ["a", ""].iter().filter_map(|s| parse(s)).sum();
    let _ = total;
    let mut items = Vec::new();
    let mut add = |item| items.push(item);
    add(1u8);
    add(2);
}

//~ MONO_ITEM fn <{closure@closures_and_later_use.rs:38:16: 38:31} as std::ops::FnOnce<(&Mouse,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@closures_and_later_use.rs:38:16: 38:31} as std::ops::FnOnce<(&Mouse,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@closures_and_later_use.rs:38:48: 38:51} as std::ops::FnOnce<(&Mouse,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@closures_and_later_use.rs:38:48: 38:51} as std::ops::FnOnce<(&Mouse,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn Emitter::<Mouse>::emit
//~ MONO_ITEM fn Emitter::<Mouse>::emit::{closure#0}
//~ MONO_ITEM fn Emitter::<Mouse>::on::<{closure@closures_and_later_use.rs:38:16: 38:31}>
//~ MONO_ITEM fn Emitter::<Mouse>::on::<{closure@closures_and_later_use.rs:38:48: 38:51}>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn main::{closure#2}
//~ MONO_ITEM fn main::{closure#3}
//~ MONO_ITEM fn main::{closure#4}
//~ MONO_ITEM fn main::{closure#5}
//~ MONO_ITEM fn main::{closure#6}
//~ MONO_ITEM fn main::{closure#7}
//~ MONO_ITEM fn std::ptr::drop_in_place::<Emitter<Mouse>> - shim(Some(Emitter<Mouse>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::boxed::Box<dyn for<'a> std::ops::Fn(&'a Mouse) -> bool>]> - shim(Some([std::boxed::Box<dyn for<'a> std::ops::Fn(&'a Mouse) -> bool>]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn for<'a> std::ops::Fn(&'a Mouse) -> bool> - shim(Some(dyn for<'a> std::ops::Fn(&'a Mouse) -> bool))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a Mouse) -> bool>> - shim(Some(std::boxed::Box<dyn for<'a> std::ops::Fn(&'a Mouse) -> bool>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a Mouse) -> bool>>> - shim(Some(std::vec::Vec<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a Mouse) -> bool>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn twice::<u64, {closure@closures_and_later_use.rs:33:11: 33:14}>
//~ MONO_ITEM fn with_pair::<&str, usize, usize, {closure@closures_and_later_use.rs:36:33: 36:42}>
