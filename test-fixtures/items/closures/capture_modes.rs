// What a closure captures decides its kind, and its drop glue.
struct Noisy(u8);

impl Drop for Noisy {
    fn drop(&mut self) {}
}

fn call<F: FnOnce() -> u8>(f: F) -> u8 {
    f()
}

fn main() {
    let a = Noisy(1);
    let by_ref = || a.0;
    call(by_ref);
    let b = Noisy(2);
    let by_value = move || b.0;
    call(by_value);
    let pair = (Noisy(3), 4u8);
    let disjoint = move || pair.1;
    call(disjoint);
}

//~ MONO_ITEM fn <Noisy as std::ops::Drop>::drop
//~ MONO_ITEM fn <{closure@capture_modes.rs:14:18: 14:20} as std::ops::FnOnce<()>>::call_once - shim
//~ MONO_ITEM fn <{closure@capture_modes.rs:17:20: 17:27} as std::ops::FnOnce<()>>::call_once - shim
//~ MONO_ITEM fn <{closure@capture_modes.rs:20:20: 20:27} as std::ops::FnOnce<()>>::call_once - shim
//~ MONO_ITEM fn call::<{closure@capture_modes.rs:14:18: 14:20}>
//~ MONO_ITEM fn call::<{closure@capture_modes.rs:17:20: 17:27}>
//~ MONO_ITEM fn call::<{closure@capture_modes.rs:20:20: 20:27}>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn main::{closure#2}
//~ MONO_ITEM fn std::ptr::drop_in_place::<(Noisy, u8)> - shim(Some((Noisy, u8)))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Noisy> - shim(Some(Noisy))
