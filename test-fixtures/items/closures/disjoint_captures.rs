// Closures capture parts: fields through references and boxes, and move what they must.
struct P {
    name: String,
    tags: Vec<String>,
    n: u8,
    inner: Box<(String, u8)>,
}
fn call<R>(f: impl FnOnce() -> R) -> R {
    f()
}
fn size<F>(_: &F) -> usize {
    std::mem::size_of::<F>()
}
fn main() {
    let mut p = P {
        name: String::new(),
        tags: vec![],
        n: 1,
        inner: Box::new((String::new(), 2)),
    };
    let a = || p.name.len();
    size(&a);
    a();
    let mut b = || p.tags.push(String::new());
    b();
    p.n += 1;
    let c = move || (p.name, p.n);
    size(&c);
    call(c);
    let t = p.inner;
    let d = move || t.0;
    call(d);
}

//~ MONO_ITEM fn call::<(std::string::String, u8), {closure@disjoint_captures.rs:27:13: 27:20}>
//~ MONO_ITEM fn call::<std::string::String, {closure@disjoint_captures.rs:31:13: 31:20}>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn main::{closure#2}
//~ MONO_ITEM fn main::{closure#3}
//~ MONO_ITEM fn size::<{closure@disjoint_captures.rs:21:13: 21:15}>
//~ MONO_ITEM fn size::<{closure@disjoint_captures.rs:27:13: 27:20}>
//~ MONO_ITEM fn std::ptr::drop_in_place::<(std::string::String, u8)> - shim(Some((std::string::String, u8)))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::string::String]> - shim(Some([std::string::String]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<(std::string::String, u8)>> - shim(Some(std::boxed::Box<(std::string::String, u8)>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<std::string::String>> - shim(Some(std::vec::Vec<std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{closure@disjoint_captures.rs:27:13: 27:20}> - shim(Some({closure@disjoint_captures.rs:27:13: 27:20}))
