// The same captures make Fn, FnMut or FnOnce by what is done with them.
fn by_ref<F: Fn() -> usize>(f: F) -> usize {
    f() + f()
}
fn by_mut<F: FnMut(u8)>(mut f: F) {
    f(1);
    f(2)
}
fn once<F: FnOnce() -> R, R>(f: F) -> R {
    f()
}
fn main() {
    let s = String::from("a");
    let mut v = vec![s.clone()];
    by_ref(|| s.len());
    once(|| s.len());
    by_mut(|b| v.push(b.to_string()));
    let t = s.clone();
    once(move || t);
    once(|| {
        let u = v;
        u.len()
    });
    let f = |x: u8| x;
    once(|| f(1));
    by_ref(&|| 3);
    by_mut(&mut |_| ());
    once(Box::new(|| 4u16));
}

//~ MONO_ITEM fn <{closure@kinds_by_use.rs:28:19: 28:21} as std::ops::FnOnce<()>>::call_once - shim
//~ MONO_ITEM fn by_mut::<&mut {closure@kinds_by_use.rs:27:17: 27:20}>
//~ MONO_ITEM fn by_mut::<{closure@kinds_by_use.rs:17:12: 17:15}>
//~ MONO_ITEM fn by_ref::<&{closure@kinds_by_use.rs:26:13: 26:15}>
//~ MONO_ITEM fn by_ref::<{closure@kinds_by_use.rs:15:12: 15:14}>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn main::{closure#2}
//~ MONO_ITEM fn main::{closure#3}
//~ MONO_ITEM fn main::{closure#4}
//~ MONO_ITEM fn main::{closure#5}
//~ MONO_ITEM fn main::{closure#6}
//~ MONO_ITEM fn main::{closure#7}
//~ MONO_ITEM fn main::{closure#8}
//~ MONO_ITEM fn main::{closure#9}
//~ MONO_ITEM fn once::<std::boxed::Box<{closure@kinds_by_use.rs:28:19: 28:21}>, u16>
//~ MONO_ITEM fn once::<{closure@kinds_by_use.rs:16:10: 16:12}, usize>
//~ MONO_ITEM fn once::<{closure@kinds_by_use.rs:19:10: 19:17}, std::string::String>
//~ MONO_ITEM fn once::<{closure@kinds_by_use.rs:20:10: 20:12}, usize>
//~ MONO_ITEM fn once::<{closure@kinds_by_use.rs:25:10: 25:12}, u8>
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::string::String]> - shim(Some([std::string::String]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<std::mem::MaybeUninit<[std::string::String; 1]>>> - shim(Some(std::boxed::Box<std::mem::MaybeUninit<[std::string::String; 1]>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<std::string::String>> - shim(Some(std::vec::Vec<std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
