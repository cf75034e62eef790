//@ crate-type: lib
//@ edition: 2021
// Closures and futures that a reachable function returns are reachable, and all that they call; others are not.
pub fn gen<T>(_: T) {
    let f = private_async();
    std::mem::forget(f);
    let g = private_impl();
    std::mem::forget(g);
    private_plain();
}
async fn private_async() {
    leaf();
}
fn leaf() {}
fn private_impl() -> impl Fn() {
    || leaf2()
}
fn leaf2() {}
fn private_plain() {
    let c = || leaf3();
    std::mem::forget(c);
}
fn leaf3() {}
struct S;
impl S {
    async fn m(&self) {
        leaf4()
    }
}
fn leaf4() {}
pub fn gen2<T>(_: T) {
    std::mem::forget(S.m());
}
fn ret_fn() -> fn() {
    || leaf5()
}
fn leaf5() {}
pub fn gen3<T>(_: T) {
    ret_fn();
    let b = boxed();
    std::mem::forget(b);
}
fn boxed() -> Box<dyn Fn()> {
    Box::new(|| leaf6())
}
fn leaf6() {}
fn indirect() -> Wrap<impl Fn()> {
    Wrap(|| leaf7())
}
struct Wrap<T>(T);
fn leaf7() {}
pub fn gen4<T>(_: T) {
    std::mem::forget(indirect());
}
async fn nested() {
    inner_async().await
}
async fn inner_async() {
    leaf8()
}
fn leaf8() {}
pub fn gen5<T>(_: T) {
    std::mem::forget(nested());
}

//~ MONO_ITEM fn <{closure@library_opaque_types.rs:35:5: 35:7} as std::ops::FnOnce<()>>::call_once - shim
//~ MONO_ITEM fn <{closure@library_opaque_types.rs:44:14: 44:16} as std::ops::FnOnce<()>>::call_once - shim
//~ MONO_ITEM fn <{closure@library_opaque_types.rs:44:14: 44:16} as std::ops::FnOnce<()>>::call_once - shim(vtable)
//~ MONO_ITEM fn S::m
//~ MONO_ITEM fn boxed
//~ MONO_ITEM fn boxed::{closure#0}
//~ MONO_ITEM fn indirect
//~ MONO_ITEM fn inner_async
//~ MONO_ITEM fn leaf
//~ MONO_ITEM fn leaf2
//~ MONO_ITEM fn leaf4
//~ MONO_ITEM fn leaf5
//~ MONO_ITEM fn leaf6
//~ MONO_ITEM fn leaf7
//~ MONO_ITEM fn leaf8
//~ MONO_ITEM fn nested
//~ MONO_ITEM fn private_async
//~ MONO_ITEM fn private_impl
//~ MONO_ITEM fn private_plain
//~ MONO_ITEM fn ret_fn
//~ MONO_ITEM fn ret_fn::{closure#0}
