// Closures returned as `impl Fn`, boxed, curried, and stored in structs.
fn adder(n: i32) -> impl Fn(i32) -> i32 {
    move |m| n + m
}

fn compose<A, B, C>(f: impl Fn(A) -> B, g: impl Fn(B) -> C) -> impl Fn(A) -> C {
    move |a| g(f(a))
}

fn curry(a: i32) -> impl Fn(i32) -> Box<dyn Fn(i32) -> i32> {
    move |b| Box::new(move |c| a + b + c)
}

struct Button<F> {
    label: u8,
    on_click: F,
}

impl<F: FnMut(u8) -> bool> Button<F> {
    fn click(&mut self) -> bool {
        (self.on_click)(self.label)
    }
}

fn button(label: u8) -> Button<impl FnMut(u8) -> bool> {
    let mut clicks = 0;
    Button {
        label,
        on_click: move |l| {
            clicks += 1;
            clicks > l
        },
    }
}

fn main() {
    let add_two = adder(2);
    let both = compose(&add_two, |n| n as f32);
    let _ = both(1);
    let twice = compose(adder(1), adder(2));
    let _ = twice(3);
    let _ = curry(1)(2)(3);
    let mut b = button(1);
    b.click();
}

//~ MONO_ITEM fn <{closure@returned.rs:11:23: 11:31} as std::ops::FnOnce<(i32,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@returned.rs:11:23: 11:31} as std::ops::FnOnce<(i32,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn Button::<{closure@returned.rs:29:19: 29:27}>::click
//~ MONO_ITEM fn adder
//~ MONO_ITEM fn adder::{closure#0}
//~ MONO_ITEM fn button
//~ MONO_ITEM fn button::{closure#0}
//~ MONO_ITEM fn compose::<i32, i32, f32, &{closure@returned.rs:3:5: 3:13}, {closure@returned.rs:38:34: 38:37}>
//~ MONO_ITEM fn compose::<i32, i32, f32, &{closure@returned.rs:3:5: 3:13}, {closure@returned.rs:38:34: 38:37}>::{closure#0}
//~ MONO_ITEM fn compose::<i32, i32, i32, {closure@returned.rs:3:5: 3:13}, {closure@returned.rs:3:5: 3:13}>
//~ MONO_ITEM fn compose::<i32, i32, i32, {closure@returned.rs:3:5: 3:13}, {closure@returned.rs:3:5: 3:13}>::{closure#0}
//~ MONO_ITEM fn curry
//~ MONO_ITEM fn curry::{closure#0}
//~ MONO_ITEM fn curry::{closure#0}::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn std::ops::Fn(i32) -> i32> - shim(Some(dyn std::ops::Fn(i32) -> i32))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn std::ops::Fn(i32) -> i32>> - shim(Some(std::boxed::Box<dyn std::ops::Fn(i32) -> i32>))
