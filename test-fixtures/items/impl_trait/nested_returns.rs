// `impl Trait` inside of `impl Trait`, and in the arguments of another type.
fn numbers(n: u32) -> impl Iterator<Item = impl Fn(u32) -> u32> {
    (0..n).map(|k| move |x| x + k)
}

fn maybe(n: u32) -> Option<Box<impl Fn() -> u32>> {
    Some(Box::new(move || n))
}

fn main() {
    for f in numbers(3) {
        f(1);
    }
    if let Some(f) = maybe(2) {
        f();
    }
}

//~ MONO_ITEM fn main
//~ MONO_ITEM fn maybe
//~ MONO_ITEM fn maybe::{closure#0}
//~ MONO_ITEM fn numbers
//~ MONO_ITEM fn numbers::{closure#0}
//~ MONO_ITEM fn numbers::{closure#0}::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<{closure@nested_returns.rs:7:19: 7:26}>> - shim(Some(std::boxed::Box<{closure@nested_returns.rs:7:19: 7:26}>))
