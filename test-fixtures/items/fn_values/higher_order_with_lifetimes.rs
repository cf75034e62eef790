// Function items and closures where a higher-ranked bound asks for them.
fn apply<F>(f: F) -> usize
where
    F: for<'a> Fn(&'a str) -> &'a str,
{
    f("text").len()
}

fn same(s: &str) -> &str {
    s
}

fn longest<'a>(a: &'a str, b: &'a str) -> &'a str {
    if a.len() > b.len() { a } else { b }
}

fn fold<F: Fn(&str, &str) -> bool>(f: F) -> bool {
    f("a", "b")
}

fn main() {
    apply(same);
    apply(str::trim);
    apply(|s| s);
    let f: for<'a> fn(&'a str, &'a str) -> &'a str = longest;
    f("a", "b");
    fold(|a, b| longest(a, b).is_empty());
    fold(str::eq);
}

//~ MONO_ITEM fn <for<'a, 'b> fn(&'a str, &'b str) -> bool {<str as std::cmp::PartialEq>::eq} as std::ops::Fn<(&str, &str)>>::call - shim(for<'a, 'b> fn(&'a str, &'b str) -> bool {<str as std::cmp::PartialEq>::eq})
//~ MONO_ITEM fn <for<'a> fn(&'a str) -> &'a str {same} as std::ops::Fn<(&str,)>>::call - shim(for<'a> fn(&'a str) -> &'a str {same})
//~ MONO_ITEM fn apply::<for<'a> fn(&'a str) -> &'a str {core::str::<impl str>::trim}>
//~ MONO_ITEM fn apply::<for<'a> fn(&'a str) -> &'a str {same}>
//~ MONO_ITEM fn apply::<{closure@higher_order_with_lifetimes.rs:24:11: 24:14}>
//~ MONO_ITEM fn fold::<for<'a, 'b> fn(&'a str, &'b str) -> bool {<str as std::cmp::PartialEq>::eq}>
//~ MONO_ITEM fn fold::<{closure@higher_order_with_lifetimes.rs:27:10: 27:16}>
//~ MONO_ITEM fn longest
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn same
