// `impl Fn` arguments: an instance for each closure, whatever its type prints as.
fn twice(f: impl Fn(u32) -> u32) -> impl Fn(u32) -> u32 {
    move |n| f(f(n))
}

fn compose<A, B, C>(f: impl Fn(A) -> B, g: impl Fn(B) -> C) -> impl Fn(A) -> C {
    move |a| g(f(a))
}

fn main() {
    let add = |n| n + 1;
    let four = twice(twice(add));
    four(1);
    compose(four, |n| n.to_string())(2);
}

//~ MONO_ITEM fn compose::<u32, u32, std::string::String, {closure@closures_in_args.rs:3:5: 3:13}, {closure@closures_in_args.rs:14:19: 14:22}>
//~ MONO_ITEM fn compose::<u32, u32, std::string::String, {closure@closures_in_args.rs:3:5: 3:13}, {closure@closures_in_args.rs:14:19: 14:22}>::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn twice::<{closure@closures_in_args.rs:11:15: 11:18}>
//~ MONO_ITEM fn twice::<{closure@closures_in_args.rs:11:15: 11:18}>::{closure#0}
//~ MONO_ITEM fn twice::<{closure@closures_in_args.rs:3:5: 3:13}>
//~ MONO_ITEM fn twice::<{closure@closures_in_args.rs:3:5: 3:13}>::{closure#0}
