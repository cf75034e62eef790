// A trait for all functions of a shape, and for tuples and references of implementors.
trait Parse<'a, O> {
    fn parse(&self, i: &'a str) -> Option<(O, &'a str)>;
    fn map<P, F: Fn(O) -> P>(self, f: F) -> Map<Self, F, O>
    where
        Self: Sized,
    {
        Map(self, f, std::marker::PhantomData)
    }
    fn many(&self, mut i: &'a str) -> Vec<O> {
        let mut v = vec![];
        while let Some((o, r)) = self.parse(i) {
            v.push(o);
            i = r;
        }
        v
    }
}
impl<'a, O, F: Fn(&'a str) -> Option<(O, &'a str)>> Parse<'a, O> for F {
    fn parse(&self, i: &'a str) -> Option<(O, &'a str)> {
        self(i)
    }
}
struct Map<P, F, O>(P, F, std::marker::PhantomData<O>);
impl<'a, O, Q, P: Parse<'a, O>, F: Fn(O) -> Q> Parse<'a, Q> for Map<P, F, O> {
    fn parse(&self, i: &'a str) -> Option<(Q, &'a str)> {
        self.0.parse(i).map(|(o, r)| ((self.1)(o), r))
    }
}
struct Both<A, B>(A, B);
impl<'a, X, Y, A: Parse<'a, X>, B: Parse<'a, Y>> Parse<'a, (X, Y)> for Both<A, B> {
    fn parse(&self, i: &'a str) -> Option<((X, Y), &'a str)> {
        let (x, i) = self.0.parse(i)?;
        let (y, i) = self.1.parse(i)?;
        Some(((x, y), i))
    }
}
fn any(i: &str) -> Option<(char, &str)> {
    let c = i.chars().next()?;
    Some((c, &i[c.len_utf8()..]))
}
fn lit<'t>(t: &'t str) -> impl for<'a> Fn(&'a str) -> Option<((), &'a str)> + 't {
    move |i| i.strip_prefix(t).map(|r| ((), r))
}
fn main() {
    Both(any, any.map(|c| c as u32)).many("abcd");
    lit("x").map(|()| 1u8).many("xx");
}

//~ MONO_ITEM fn <Both<for<'a> fn(&'a str) -> std::option::Option<(char, &'a str)> {any}, Map<for<'a> fn(&'a str) -> std::option::Option<(char, &'a str)> {any}, {closure@callables_as_parsers.rs:46:23: 46:26}, char>> as Parse<'_, (char, u32)>>::many
//~ MONO_ITEM fn <Both<for<'a> fn(&'a str) -> std::option::Option<(char, &'a str)> {any}, Map<for<'a> fn(&'a str) -> std::option::Option<(char, &'a str)> {any}, {closure@callables_as_parsers.rs:46:23: 46:26}, char>> as Parse<'_, (char, u32)>>::parse
//~ MONO_ITEM fn <Map<for<'a> fn(&'a str) -> std::option::Option<(char, &'a str)> {any}, {closure@callables_as_parsers.rs:46:23: 46:26}, char> as Parse<'_, u32>>::parse
//~ MONO_ITEM fn <Map<for<'a> fn(&'a str) -> std::option::Option<(char, &'a str)> {any}, {closure@callables_as_parsers.rs:46:23: 46:26}, char> as Parse<'_, u32>>::parse::{closure#0}
//~ MONO_ITEM fn <Map<{closure@callables_as_parsers.rs:43:5: 43:13}, {closure@callables_as_parsers.rs:47:18: 47:22}, ()> as Parse<'_, u8>>::many
//~ MONO_ITEM fn <Map<{closure@callables_as_parsers.rs:43:5: 43:13}, {closure@callables_as_parsers.rs:47:18: 47:22}, ()> as Parse<'_, u8>>::parse
//~ MONO_ITEM fn <Map<{closure@callables_as_parsers.rs:43:5: 43:13}, {closure@callables_as_parsers.rs:47:18: 47:22}, ()> as Parse<'_, u8>>::parse::{closure#0}
//~ MONO_ITEM fn <for<'a> fn(&'a str) -> std::option::Option<(char, &'a str)> {any} as Parse<'_, char>>::map::<u32, {closure@callables_as_parsers.rs:46:23: 46:26}>
//~ MONO_ITEM fn <for<'a> fn(&'a str) -> std::option::Option<(char, &'a str)> {any} as Parse<'_, char>>::parse
//~ MONO_ITEM fn <for<'a> fn(&'a str) -> std::option::Option<(char, &'a str)> {any} as std::ops::Fn<(&str,)>>::call - shim(for<'a> fn(&'a str) -> std::option::Option<(char, &'a str)> {any})
//~ MONO_ITEM fn <{closure@callables_as_parsers.rs:43:5: 43:13} as Parse<'_, ()>>::map::<u8, {closure@callables_as_parsers.rs:47:18: 47:22}>
//~ MONO_ITEM fn <{closure@callables_as_parsers.rs:43:5: 43:13} as Parse<'_, ()>>::parse
//~ MONO_ITEM fn any
//~ MONO_ITEM fn lit
//~ MONO_ITEM fn lit::{closure#0}
//~ MONO_ITEM fn lit::{closure#0}::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<(char, u32)>> - shim(Some(std::vec::Vec<(char, u32)>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
