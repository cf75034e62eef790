// Calls through FnOnce of functions, pointers and closures of a stronger kind, and of boxes of them.
fn call_once<F, R>(f: F) -> R
where
    F: FnOnce() -> R,
{
    f()
}

fn call_mut<F: FnMut() -> u8>(f: &mut F) -> u8 {
    f()
}

fn three() -> u8 {
    3
}

fn zero<T: Default>() -> T {
    T::default()
}

fn main() {
    call_once(three);
    call_once(three as fn() -> u8);
    call_once(zero::<i64>);
    let k = 4u8;
    let f = || k;
    call_once(f);
    call_once(&f);
    call_mut(&mut { f });
    let boxed: Box<dyn FnOnce() -> u8> = Box::new(three);
    call_once(boxed);
    let object: &dyn Fn() -> u8 = &f;
    call_once(object);
    call_mut(&mut &object);
}

//~ MONO_ITEM fn <fn() -> i64 {zero::<i64>} as std::ops::FnOnce<()>>::call_once - shim(fn() -> i64 {zero::<i64>})
//~ MONO_ITEM fn <fn() -> u8 as std::ops::FnOnce<()>>::call_once - shim(fn() -> u8)
//~ MONO_ITEM fn <fn() -> u8 {three} as std::ops::FnOnce<()>>::call_once - shim(fn() -> u8 {three})
//~ MONO_ITEM fn <fn() -> u8 {three} as std::ops::FnOnce<()>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@once_shims.rs:26:13: 26:15} as std::ops::FnOnce<()>>::call_once - shim
//~ MONO_ITEM fn <{closure@once_shims.rs:26:13: 26:15} as std::ops::FnOnce<()>>::call_once - shim(vtable)
//~ MONO_ITEM fn call_mut::<&&dyn std::ops::Fn() -> u8>
//~ MONO_ITEM fn call_mut::<{closure@once_shims.rs:26:13: 26:15}>
//~ MONO_ITEM fn call_once::<&dyn std::ops::Fn() -> u8, u8>
//~ MONO_ITEM fn call_once::<&{closure@once_shims.rs:26:13: 26:15}, u8>
//~ MONO_ITEM fn call_once::<fn() -> i64 {zero::<i64>}, i64>
//~ MONO_ITEM fn call_once::<fn() -> u8 {three}, u8>
//~ MONO_ITEM fn call_once::<fn() -> u8, u8>
//~ MONO_ITEM fn call_once::<std::boxed::Box<dyn std::ops::FnOnce() -> u8>, u8>
//~ MONO_ITEM fn call_once::<{closure@once_shims.rs:26:13: 26:15}, u8>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn three
//~ MONO_ITEM fn zero::<i64>
