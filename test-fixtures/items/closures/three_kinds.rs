// Fn, FnMut and FnOnce closures, each passed where its own kind and where a weaker kind is asked for.
struct Token(u32);

impl Drop for Token {
    fn drop(&mut self) {}
}

fn by_ref<F: Fn(u32) -> u32>(f: &F) -> u32 {
    f(1) + f(2)
}

fn by_mut<F: FnMut(u32)>(mut f: F) {
    f(1);
    f(2);
}

fn once<F: FnOnce() -> u32>(f: F) -> u32 {
    f()
}

fn main() {
    let offset = 10;
    let add = |n| n + offset;
    by_ref(&add);

    let mut sum = 0;
    by_mut(|n| sum += n);
    // A closure that only reads, called through FnMut and FnOnce bounds.
    by_mut(|n| {
        let _ = n + offset;
    });

    let token = Token(sum);
    once(move || {
        let token = token;
        token.0
    });
    // An Fn closure as FnOnce needs a shim.
    once(|| offset);
    let mut calls = 0;
    once(|| {
        calls += 1;
        calls
    });
}

//~ MONO_ITEM fn <Token as std::ops::Drop>::drop
//~ MONO_ITEM fn by_mut::<{closure@three_kinds.rs:27:12: 27:15}>
//~ MONO_ITEM fn by_mut::<{closure@three_kinds.rs:29:12: 29:15}>
//~ MONO_ITEM fn by_ref::<{closure@three_kinds.rs:23:15: 23:18}>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn main::{closure#2}
//~ MONO_ITEM fn main::{closure#3}
//~ MONO_ITEM fn main::{closure#4}
//~ MONO_ITEM fn main::{closure#5}
//~ MONO_ITEM fn once::<{closure@three_kinds.rs:34:10: 34:17}>
//~ MONO_ITEM fn once::<{closure@three_kinds.rs:39:10: 39:12}>
//~ MONO_ITEM fn once::<{closure@three_kinds.rs:41:10: 41:12}>
//~ MONO_ITEM fn std::ptr::drop_in_place::<Token> - shim(Some(Token))
