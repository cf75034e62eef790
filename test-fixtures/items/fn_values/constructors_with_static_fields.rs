// The type of a constructor prints the `'static` of its fields, and none of the type's own lifetimes.

enum Text<'a> {
    Static(&'static str),
    Borrowed(&'a str),
    Both(&'static str, &'a str),
}

struct Name(&'static str);

fn len(text: Text<'_>) -> usize {
    match text {
        Text::Static(s) | Text::Borrowed(s) => s.len(),
        Text::Both(s, t) => s.len() + t.len(),
    }
}

fn apply<A, R>(make: impl FnOnce(A) -> R, a: A) -> R {
    make(a)
}

fn main() {
    len(apply(Text::Static, "a"));
    len(apply(Text::Borrowed, "b"));
    let both: Option<Text> = apply(|s| Some(Text::Both(s, s)), "c");
    both.map(len);
    let name = Some("d").map(Name).unwrap();
    let _ = name.0;
}

//~ MONO_ITEM fn <fn(&'static str) -> Name {Name} as std::ops::FnOnce<(&str,)>>::call_once - shim(fn(&'static str) -> Name {Name})
//~ MONO_ITEM fn <fn(&'static str) -> Text<'_> {Text::<'_>::Static} as std::ops::FnOnce<(&str,)>>::call_once - shim(fn(&'static str) -> Text<'_> {Text::<'_>::Static})
//~ MONO_ITEM fn <fn(&str) -> Text<'_> {Text::<'_>::Borrowed} as std::ops::FnOnce<(&str,)>>::call_once - shim(fn(&str) -> Text<'_> {Text::<'_>::Borrowed})
//~ MONO_ITEM fn <for<'a> fn(Text<'a>) -> usize {len} as std::ops::FnOnce<(Text<'_>,)>>::call_once - shim(for<'a> fn(Text<'a>) -> usize {len})
//~ MONO_ITEM fn Name
//~ MONO_ITEM fn Text::<'_>::Borrowed
//~ MONO_ITEM fn Text::<'_>::Static
//~ MONO_ITEM fn apply::<&str, Text<'_>, fn(&'static str) -> Text<'_> {Text::<'_>::Static}>
//~ MONO_ITEM fn apply::<&str, Text<'_>, fn(&str) -> Text<'_> {Text::<'_>::Borrowed}>
//~ MONO_ITEM fn apply::<&str, std::option::Option<Text<'_>>, {closure@constructors_with_static_fields.rs:25:36: 25:39}>
//~ MONO_ITEM fn len
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
