//@ compile-flags: -Copt-level=3
//@ crate-type: lib
// What calls a function pointer through one of the `Fn` traits is inlined; generic code that is not still needs it.
#[inline]
fn once<A, B, F: FnOnce(A) -> B>(f: F, a: A) -> B {
    f(a)
}

#[inline]
fn through_mut<A, B, F: FnMut(A) -> B>(mut f: F, a: A) -> B {
    f(a)
}

#[inline]
fn through_ref<A, B, F: Fn(A) -> B>(f: &F, a: A) -> B {
    f(a)
}

#[inline(never)]
fn never_inlined<A, B, F: Fn(A) -> B>(f: F, a: A) -> B {
    f(a)
}

#[inline(never)]
pub fn start(f: fn(u8) -> u16, g: for<'a> fn(&'a str) -> &'a u8) -> u16 {
    let sum = once(f, 1) + through_mut(f, 2) + through_ref(&f, 3);
    sum + *once(g, "a") as u16 + *through_mut(g, "b") as u16
}

#[inline(never)]
pub fn items(f: fn(u8) -> u16) -> u16 {
    never_inlined(f, 4)
}

#[inline(never)]
pub fn in_std(f: fn(u8) -> u32, values: Option<u8>, list: std::slice::Iter<'_, u8>) -> (Option<u32>, Option<u32>) {
    (values.map(f), list.copied().map(f).next())
}

//~ MONO_ITEM fn <fn(u8) -> u16 as std::ops::Fn<(u8,)>>::call - shim(fn(u8) -> u16)
//~ MONO_ITEM fn <fn(u8) -> u16 as std::ops::FnMut<(u8,)>>::call_mut - shim(fn(u8) -> u16)
//~ MONO_ITEM fn <for<'a> fn(&'a str) -> &'a u8 as std::ops::FnMut<(&str,)>>::call_mut - shim(for<'a> fn(&'a str) -> &'a u8)
//~ MONO_ITEM fn in_std
//~ MONO_ITEM fn items
//~ MONO_ITEM fn never_inlined::<u8, u16, fn(u8) -> u16>
//~ MONO_ITEM fn start
//~ MONO_ITEM fn through_mut::<&str, &u8, for<'a> fn(&'a str) -> &'a u8>
//~ MONO_ITEM fn through_mut::<u8, u16, fn(u8) -> u16>
