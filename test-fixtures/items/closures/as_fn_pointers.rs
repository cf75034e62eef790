// Closures without captures become function pointers; others go behind `&dyn Fn`.
type Handler = fn(i32) -> i32;

struct Table {
    handlers: [Handler; 3],
}

fn negate(n: i32) -> i32 {
    -n
}

fn run(f: &dyn Fn(i32) -> i32, n: i32) -> i32 {
    f(n)
}

fn run_mut(f: &mut dyn FnMut() -> i32) -> i32 {
    f() + f()
}

fn main() {
    let table = Table { handlers: [|n| n + 1, negate, |n| n * n] };
    let mut n = 3;
    for handler in &table.handlers {
        n = handler(n);
    }
    let base = n;
    run(&|m| m + base, 1);
    run(&negate, 2);
    run(&table.handlers[0], 3);
    let mut state = 0;
    run_mut(&mut || {
        state += 2;
        state
    });
    let once: Box<dyn FnOnce(i32) -> i32> = Box::new(move |k| k + base);
    once(1);
    let pointer: unsafe fn() -> u8 = || 4;
    let _ = unsafe { pointer() };
}

//~ MONO_ITEM fn <fn(i32) -> i32 as std::ops::Fn<(i32,)>>::call - shim(fn(i32) -> i32)
//~ MONO_ITEM fn <fn(i32) -> i32 as std::ops::FnMut<(i32,)>>::call_mut - shim(fn(i32) -> i32)
//~ MONO_ITEM fn <fn(i32) -> i32 as std::ops::FnOnce<(i32,)>>::call_once - shim(fn(i32) -> i32)
//~ MONO_ITEM fn <fn(i32) -> i32 as std::ops::FnOnce<(i32,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <fn(i32) -> i32 {negate} as std::ops::Fn<(i32,)>>::call - shim(fn(i32) -> i32 {negate})
//~ MONO_ITEM fn <fn(i32) -> i32 {negate} as std::ops::FnMut<(i32,)>>::call_mut - shim(fn(i32) -> i32 {negate})
//~ MONO_ITEM fn <fn(i32) -> i32 {negate} as std::ops::FnOnce<(i32,)>>::call_once - shim(fn(i32) -> i32 {negate})
//~ MONO_ITEM fn <fn(i32) -> i32 {negate} as std::ops::FnOnce<(i32,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@as_fn_pointers.rs:21:36: 21:39} as std::ops::FnOnce<(i32,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@as_fn_pointers.rs:21:55: 21:58} as std::ops::FnOnce<(i32,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@as_fn_pointers.rs:27:10: 27:13} as std::ops::FnOnce<(i32,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@as_fn_pointers.rs:27:10: 27:13} as std::ops::FnOnce<(i32,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@as_fn_pointers.rs:31:18: 31:20} as std::ops::FnOnce<()>>::call_once - shim
//~ MONO_ITEM fn <{closure@as_fn_pointers.rs:31:18: 31:20} as std::ops::FnOnce<()>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@as_fn_pointers.rs:35:54: 35:62} as std::ops::FnOnce<(i32,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@as_fn_pointers.rs:37:38: 37:40} as std::ops::FnOnce<()>>::call_once - shim
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn main::{closure#2}
//~ MONO_ITEM fn main::{closure#3}
//~ MONO_ITEM fn main::{closure#4}
//~ MONO_ITEM fn main::{closure#5}
//~ MONO_ITEM fn negate
//~ MONO_ITEM fn run
//~ MONO_ITEM fn run_mut
