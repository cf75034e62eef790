// Lifetimes in the type of a function item have the names of the declaration, else letters in order of appearance.
struct Pair<'a, 'b>(&'a str, &'b str);
fn elided(a: &mut &str, b: &u8) -> usize {
    a.len() + *b as usize
}
fn named<'long, 's>(a: &'long mut &'s str, _: &u8) -> Option<&'s str> {
    Some(*a)
}
fn in_struct<'x>(p: &Pair<'x, '_>) -> &'x str {
    p.0
}
fn inner_fn(f: &dyn Fn(&str, &mut u8) -> usize, s: &str) -> usize {
    f(s, &mut 1)
}
fn ret(v: &mut Vec<&str>) -> Option<Box<dyn Fn(&u8) -> u8>> {
    v.pop();
    None
}
fn call<F: FnOnce(A) -> R, A, R>(f: F, a: A) -> R {
    f(a)
}
fn size<F>(_: &F) -> usize {
    std::mem::size_of::<F>()
}
fn main() {
    size(&elided);
    size(&named);
    size(&in_struct);
    size(&inner_fn);
    size(&ret);
    let p: for<'a, 'b> fn(&'a mut &'b str, &u8) -> usize = elided;
    size(&p);
    size(&(p as fn(&mut &'static str, &u8) -> usize));
    let two: [fn(&'static str) -> usize; 1] = [str::len];
    size(&two);
    call(|x: &u8| *x, &3);
}

//~ MONO_ITEM fn call::<{closure@lifetime_names.rs:36:10: 36:18}, &u8, u8>
//~ MONO_ITEM fn elided
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn size::<[fn(&str) -> usize; 1]>
//~ MONO_ITEM fn size::<for<'a, 'b, 'c> fn(&'a mut &'b str, &'c u8) -> usize {elided}>
//~ MONO_ITEM fn size::<for<'a, 'b, 'c> fn(&'a mut &'b str, &'c u8) -> usize>
//~ MONO_ITEM fn size::<for<'a, 'b> fn(&'a (dyn for<'a, 'b> std::ops::Fn(&'a str, &'b mut u8) -> usize + 'a), &'b str) -> usize {inner_fn}>
//~ MONO_ITEM fn size::<for<'a, 'b> fn(&'a mut &str, &'b u8) -> usize>
//~ MONO_ITEM fn size::<for<'a, 'b> fn(&'a mut std::vec::Vec<&'b str>) -> std::option::Option<std::boxed::Box<(dyn for<'a> std::ops::Fn(&'a u8) -> u8 + 'static)>> {ret}>
//~ MONO_ITEM fn size::<for<'a, 'x, 'b> fn(&'a Pair<'x, 'b>) -> &'x str {in_struct}>
//~ MONO_ITEM fn size::<for<'long, 's, 'a> fn(&'long mut &'s str, &'a u8) -> std::option::Option<&'s str> {named}>
