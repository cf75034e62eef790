// Fields and arguments of function pointer types, calls through them, and closures coerced to them.
struct Vtable<T> {
    size: fn() -> usize,
    drop: fn(&T),
}

fn size<T>() -> usize {
    4
}

fn no_op<T>(_: &T) {}

fn table<T>() -> Vtable<T> {
    Vtable { size: size::<T>, drop: no_op::<T> }
}

fn call<T>(f: fn(u8) -> u8) -> u8 {
    f(1)
}

fn coerced<T>() -> fn(u8) -> u8 {
    |n| n + 1
}

fn closure_argument<T, F: Fn() -> u8>(f: F) -> u8 {
    f()
}

fn main() {
    let table = table::<u8>();
    (table.size)();
    (table.drop)(&1);
    call::<u16>(coerced::<u8>());
    coerced::<char>()(1);
    closure_argument::<u8, _>(|| 1);
    closure_argument::<u16, _>(|| 2);
}

//~ UNUSED 7:4 fn size: T
//~ UNUSED 17:4 fn call: T
//~ UNUSED 21:4 fn coerced: T
//~ UNUSED 22:5 closure: T
//~ UNUSED 25:4 fn closure_argument: T
//~ POLY_ITEM fn call::<T>
//~ POLY_ITEM fn closure_argument::<T, {closure@fn_pointers.rs:35:31: 35:33}>
//~ POLY_ITEM fn closure_argument::<T, {closure@fn_pointers.rs:36:32: 36:34}>
//~ POLY_ITEM fn coerced::<T>
//~ POLY_ITEM fn coerced::<T>::{closure#0}
//~ POLY_ITEM fn main
//~ POLY_ITEM fn main::{closure#0}
//~ POLY_ITEM fn main::{closure#1}
//~ POLY_ITEM fn no_op::<u8>
//~ POLY_ITEM fn size::<T>
//~ POLY_ITEM fn table::<u8>
