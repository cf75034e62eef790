// Closures that return closures, boxed or not.
fn compose<A, B, C>(f: impl Fn(A) -> B, g: impl Fn(B) -> C) -> impl Fn(A) -> C {
    move |a| g(f(a))
}
fn adder(n: i32) -> impl Fn(i32) -> Box<dyn Fn(i32) -> i32> {
    move |a| Box::new(move |b| a + b + n)
}
fn pipeline<T: 'static>(fs: Vec<Box<dyn Fn(T) -> T>>) -> Box<dyn Fn(T) -> T> {
    fs.into_iter()
        .fold(Box::new(|t| t), |acc, f| Box::new(move |t| f(acc(t))))
}
fn main() {
    compose(|x: u8| x as u16, |y| y.to_string())(1);
    compose(adder(1), |f| f(2))(3);
    pipeline::<u8>(vec![Box::new(|x| x + 1)])(1);
}

//~ MONO_ITEM fn <{closure@returned_and_composed.rs:10:24: 10:27} as std::ops::FnOnce<(u8,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@returned_and_composed.rs:10:24: 10:27} as std::ops::FnOnce<(u8,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@returned_and_composed.rs:10:50: 10:58} as std::ops::FnOnce<(u8,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@returned_and_composed.rs:10:50: 10:58} as std::ops::FnOnce<(u8,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@returned_and_composed.rs:15:34: 15:37} as std::ops::FnOnce<(u8,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@returned_and_composed.rs:15:34: 15:37} as std::ops::FnOnce<(u8,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@returned_and_composed.rs:6:23: 6:31} as std::ops::FnOnce<(i32,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@returned_and_composed.rs:6:23: 6:31} as std::ops::FnOnce<(i32,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn adder
//~ MONO_ITEM fn adder::{closure#0}
//~ MONO_ITEM fn adder::{closure#0}::{closure#0}
//~ MONO_ITEM fn compose::<i32, std::boxed::Box<dyn std::ops::Fn(i32) -> i32>, i32, {closure@returned_and_composed.rs:6:5: 6:13}, {closure@returned_and_composed.rs:14:23: 14:26}>
//~ MONO_ITEM fn compose::<i32, std::boxed::Box<dyn std::ops::Fn(i32) -> i32>, i32, {closure@returned_and_composed.rs:6:5: 6:13}, {closure@returned_and_composed.rs:14:23: 14:26}>::{closure#0}
//~ MONO_ITEM fn compose::<u8, u16, std::string::String, {closure@returned_and_composed.rs:13:13: 13:20}, {closure@returned_and_composed.rs:13:31: 13:34}>
//~ MONO_ITEM fn compose::<u8, u16, std::string::String, {closure@returned_and_composed.rs:13:13: 13:20}, {closure@returned_and_composed.rs:13:31: 13:34}>::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn main::{closure#2}
//~ MONO_ITEM fn main::{closure#3}
//~ MONO_ITEM fn pipeline::<u8>
//~ MONO_ITEM fn pipeline::<u8>::{closure#0}
//~ MONO_ITEM fn pipeline::<u8>::{closure#1}
//~ MONO_ITEM fn pipeline::<u8>::{closure#1}::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::boxed::Box<dyn std::ops::Fn(u8) -> u8>]> - shim(Some([std::boxed::Box<dyn std::ops::Fn(u8) -> u8>]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn std::ops::Fn(i32) -> i32> - shim(Some(dyn std::ops::Fn(i32) -> i32))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn std::ops::Fn(u8) -> u8> - shim(Some(dyn std::ops::Fn(u8) -> u8))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn std::ops::Fn(i32) -> i32>> - shim(Some(std::boxed::Box<dyn std::ops::Fn(i32) -> i32>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn std::ops::Fn(u8) -> u8>> - shim(Some(std::boxed::Box<dyn std::ops::Fn(u8) -> u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<std::mem::MaybeUninit<[std::boxed::Box<dyn std::ops::Fn(u8) -> u8>; 1]>>> - shim(Some(std::boxed::Box<std::mem::MaybeUninit<[std::boxed::Box<dyn std::ops::Fn(u8) -> u8>; 1]>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::IntoIter<std::boxed::Box<dyn std::ops::Fn(u8) -> u8>>> - shim(Some(std::vec::IntoIter<std::boxed::Box<dyn std::ops::Fn(u8) -> u8>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{closure@returned_and_composed.rs:10:50: 10:58}> - shim(Some({closure@returned_and_composed.rs:10:50: 10:58}))
