// Derived PartialOrd, Ord, Debug and Default, through generic code that asks for them.
use std::cmp::Ordering;
use std::fmt::Debug;

#[derive(Debug, Default, PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
struct Version {
    major: u16,
    minor: u16,
    label: Label,
}

#[derive(Debug, Default, PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
enum Label {
    Alpha,
    Beta(u8),
    #[default]
    Release,
}

#[derive(Debug)]
struct Generic<'a, T: ?Sized + Debug> {
    inner: &'a T,
    list: [Unit; 1],
}

#[derive(Debug, Clone)]
struct Unit;

fn newest<T: Ord + Copy>(all: &[T]) -> Option<T> {
    let mut best: Option<T> = None;
    for item in all {
        best = match best {
            Some(b) if b.cmp(item) == Ordering::Greater => Some(b),
            _ => Some(*item),
        };
    }
    best
}

fn show<T: Debug>(t: T) -> String {
    format!("{t:?}")
}

fn main() {
    let old = Version { major: 0, minor: 1, label: Label::Beta(2) };
    let new = Version { major: 1, ..Default::default() };
    let _ = newest(&[old, new]);
    let _ = old < new;
    let _ = old.label.max(new.label);
    show(Generic { inner: "text", list: [Unit] });
    show(&Label::Alpha);
    let _ = show(Some(Unit)).len();
}

//~ MONO_ITEM fn <Generic<'_, str> as std::fmt::Debug>::fmt
//~ MONO_ITEM fn <Label as std::cmp::Ord>::cmp
//~ MONO_ITEM fn <Label as std::cmp::PartialOrd>::partial_cmp
//~ MONO_ITEM fn <Label as std::default::Default>::default
//~ MONO_ITEM fn <Label as std::fmt::Debug>::fmt
//~ MONO_ITEM fn <Unit as std::fmt::Debug>::fmt
//~ MONO_ITEM fn <Version as std::cmp::Ord>::cmp
//~ MONO_ITEM fn <Version as std::cmp::PartialOrd>::partial_cmp
//~ MONO_ITEM fn <Version as std::default::Default>::default
//~ MONO_ITEM fn main
//~ MONO_ITEM fn newest::<Version>
//~ MONO_ITEM fn show::<&Label>
//~ MONO_ITEM fn show::<Generic<'_, str>>
//~ MONO_ITEM fn show::<std::option::Option<Unit>>
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
