// Arrays of closures and of functions become arrays of pointers.
fn dbl(x: i32) -> i32 {
    x * 2
}
struct Table {
    ops: [(&'static str, fn(i32) -> i32); 3],
}
const T: Table = Table {
    ops: [("d", dbl), ("n", |x| -x), ("i", std::convert::identity)],
};
fn apply(fs: &[fn(i32) -> i32], x: i32) -> i32 {
    fs.iter().fold(x, |a, f| f(a))
}
fn pick(n: u8) -> fn(i32) -> i32 {
    match n {
        0 => dbl,
        1 => |x| x + 1,
        _ => i32::abs,
    }
}
fn main() {
    apply(&[dbl, |x| x - 1], 3);
    for (_, f) in T.ops {
        f(1);
    }
    pick(1)(2);
    let c: [Box<dyn Fn(i32) -> i32>; 2] = [Box::new(dbl), Box::new(|x| x)];
    c[0](1);
}

//~ MONO_ITEM fn <fn(i32) -> i32 {dbl} as std::ops::Fn<(i32,)>>::call - shim(fn(i32) -> i32 {dbl})
//~ MONO_ITEM fn <fn(i32) -> i32 {dbl} as std::ops::FnMut<(i32,)>>::call_mut - shim(fn(i32) -> i32 {dbl})
//~ MONO_ITEM fn <fn(i32) -> i32 {dbl} as std::ops::FnOnce<(i32,)>>::call_once - shim(fn(i32) -> i32 {dbl})
//~ MONO_ITEM fn <fn(i32) -> i32 {dbl} as std::ops::FnOnce<(i32,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@fn_pointer_arrays.rs:17:14: 17:17} as std::ops::FnOnce<(i32,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@fn_pointer_arrays.rs:22:18: 22:21} as std::ops::FnOnce<(i32,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@fn_pointer_arrays.rs:27:68: 27:71} as std::ops::FnOnce<(i32,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@fn_pointer_arrays.rs:27:68: 27:71} as std::ops::FnOnce<(i32,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@fn_pointer_arrays.rs:9:29: 9:32} as std::ops::FnOnce<(i32,)>>::call_once - shim
//~ MONO_ITEM fn T::{closure#0}
//~ MONO_ITEM fn apply
//~ MONO_ITEM fn apply::{closure#0}
//~ MONO_ITEM fn dbl
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn pick
//~ MONO_ITEM fn pick::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::boxed::Box<dyn std::ops::Fn(i32) -> i32>; 2]> - shim(Some([std::boxed::Box<dyn std::ops::Fn(i32) -> i32>; 2]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn std::ops::Fn(i32) -> i32> - shim(Some(dyn std::ops::Fn(i32) -> i32))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::array::IntoIter<(&str, fn(i32) -> i32), 3>> - shim(Some(std::array::IntoIter<(&str, fn(i32) -> i32), 3>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn std::ops::Fn(i32) -> i32>> - shim(Some(std::boxed::Box<dyn std::ops::Fn(i32) -> i32>))
