// Lifetimes go through aliases; those in the bounds of an impl Trait argument are early-bound.
use std::fmt::Display;
struct Slice<'a, T>(&'a [T]);
struct Token<'a>(&'a str);
type Tokens<'i> = Slice<'i, Token<'i>>;
type Boxed<'i, T> = Box<dyn Fn(&'i T, &u8) -> usize + 'i>;
fn count(t: &mut Tokens<'_>) -> usize {
    t.0.len() + t.0[0].0.len()
}
fn two<'x>(t: &mut Tokens<'x>, u: Tokens<'static>) -> &'x str {
    let _ = u;
    t.0[0].0
}
fn boxed(f: Boxed<'_, str>) -> usize {
    f("x", &3)
}
fn size<F>(_: &F) -> usize {
    std::mem::size_of::<F>()
}
fn early<'a>(items: impl Iterator<Item = &'a str> + 'a) -> impl Iterator<Item = usize> + 'a {
    items.map(|s| s.len())
}
fn shown<'a, 'b>(x: &'b impl AsRef<&'a str>) -> usize {
    x.as_ref().len()
}
fn plain<'a>(x: impl Display, y: &'a str) -> &'a str {
    let _ = x.to_string();
    y
}
fn main() {
    size(&count);
    size(&two);
    size(&boxed);
    let f: fn(&mut Tokens<'_>) -> usize = count;
    size(&f);
    let g: for<'z> fn(&Tokens<'z>, &'z u8) = |_, _| {};
    size(&g);
    println!("{}", early(["a"].into_iter()).count());
    shown(&["q"].map(|s| Box::new(s))[0]);
    plain(3, "x");
}

//~ MONO_ITEM fn <{closure@lifetimes_of_aliases.rs:36:46: 36:52} as std::ops::FnOnce<(&Slice<'_, Token<'_>>, &u8)>>::call_once - shim
//~ MONO_ITEM fn count
//~ MONO_ITEM fn early::<'_, std::array::IntoIter<&str, 1>>
//~ MONO_ITEM fn early::<'_, std::array::IntoIter<&str, 1>>::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn plain::<i32>
//~ MONO_ITEM fn shown::<'_, std::boxed::Box<&str>>
//~ MONO_ITEM fn size::<for<'a, 'b> fn(&'a Slice<'b, Token<'b>>, &'b u8)>
//~ MONO_ITEM fn size::<for<'a, 'b> fn(&'a mut Slice<'b, Token<'b>>) -> usize {count}>
//~ MONO_ITEM fn size::<for<'a, 'b> fn(&'a mut Slice<'b, Token<'b>>) -> usize>
//~ MONO_ITEM fn size::<for<'a, 'x> fn(&'a mut Slice<'x, Token<'x>>, Slice<'static, Token<'static>>) -> &'x str {two}>
//~ MONO_ITEM fn size::<for<'a> fn(std::boxed::Box<(dyn for<'a> std::ops::Fn(&'a str, &'a u8) -> usize + 'a)>) -> usize {boxed}>
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::boxed::Box<&str>; 1]> - shim(Some([std::boxed::Box<&str>; 1]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<&str>> - shim(Some(std::boxed::Box<&str>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
