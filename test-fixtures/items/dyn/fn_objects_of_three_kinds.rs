// Boxed `Fn`, `FnMut` and `FnOnce`: a shim for each way of calling.
fn run(f: &dyn Fn(u8) -> u8) -> u8 {
    f(1)
}

fn run_mut(f: &mut dyn FnMut(u8)) {
    f(2);
}

fn run_once(f: Box<dyn FnOnce(u8) -> String>) -> String {
    f(3)
}

fn plain(n: u8) -> u8 {
    n
}

fn main() {
    run(&plain);
    run(&|n| n + 1);
    let mut total = 0;
    run_mut(&mut |n| total += n);
    let owned = String::from("a");
    run_once(Box::new(move |_| owned));
    run_once(Box::new(|n| n.to_string()));
}

//~ MONO_ITEM fn <fn(u8) -> u8 {plain} as std::ops::Fn<(u8,)>>::call - shim(fn(u8) -> u8 {plain})
//~ MONO_ITEM fn <fn(u8) -> u8 {plain} as std::ops::FnMut<(u8,)>>::call_mut - shim(fn(u8) -> u8 {plain})
//~ MONO_ITEM fn <fn(u8) -> u8 {plain} as std::ops::FnOnce<(u8,)>>::call_once - shim(fn(u8) -> u8 {plain})
//~ MONO_ITEM fn <fn(u8) -> u8 {plain} as std::ops::FnOnce<(u8,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@fn_objects_of_three_kinds.rs:20:10: 20:13} as std::ops::FnOnce<(u8,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@fn_objects_of_three_kinds.rs:20:10: 20:13} as std::ops::FnOnce<(u8,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@fn_objects_of_three_kinds.rs:22:18: 22:21} as std::ops::FnOnce<(u8,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@fn_objects_of_three_kinds.rs:22:18: 22:21} as std::ops::FnOnce<(u8,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@fn_objects_of_three_kinds.rs:24:23: 24:31} as std::ops::FnOnce<(u8,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@fn_objects_of_three_kinds.rs:25:23: 25:26} as std::ops::FnOnce<(u8,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn main::{closure#2}
//~ MONO_ITEM fn main::{closure#3}
//~ MONO_ITEM fn plain
//~ MONO_ITEM fn run
//~ MONO_ITEM fn run_mut
//~ MONO_ITEM fn run_once
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{closure@fn_objects_of_three_kinds.rs:24:23: 24:31}> - shim(Some({closure@fn_objects_of_three_kinds.rs:24:23: 24:31}))
