// `==` and `<` across references and containers, ranges as values, `?` on both kinds.
#[derive(PartialEq, PartialOrd, Clone, Copy)]
struct Version(u8, u8);

impl PartialEq<u8> for Version {
    fn eq(&self, major: &u8) -> bool {
        self.0 == *major
    }
}

fn within<T: PartialOrd>(range: std::ops::Range<T>, x: T) -> bool {
    range.contains(&x)
}

fn parse(text: &str) -> Option<Version> {
    let (major, minor) = text.split_once('.')?;
    Some(Version(major.parse().ok()?, minor.parse().ok()?))
}

fn main() {
    let v = Version(1, 2);
    let _ = v == 1 && &v == &Version(1, 2) && v < Version(2, 0);
    let _ = vec![v] == [Version(1, 2)];
    let _ = Some(v) == parse("1.2");
    within(Version(1, 0)..Version(2, 0), v);
    within(1..5, 3u16);
    let _ = (1..=3).rev().step_by(2).map(|n: u8| n as char).collect::<String>();
    let _ = "text"[1..].len() + [1, 2, 3][..2].len();
}

//~ MONO_ITEM fn <Version as std::cmp::PartialEq<u8>>::eq
//~ MONO_ITEM fn <Version as std::cmp::PartialEq>::eq
//~ MONO_ITEM fn <Version as std::cmp::PartialOrd>::partial_cmp
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn parse
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<Version>> - shim(Some(std::vec::Vec<Version>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn within::<Version>
//~ MONO_ITEM fn within::<u16>
