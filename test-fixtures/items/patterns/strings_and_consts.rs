// Matching on strings, consts and ranges of chars.
#[derive(PartialEq, Eq)]
struct K(u8, &'static str);
const ONE: K = K(1, "a");
const NAME: &str = "n";
const LIMIT: char = 'f';
fn text(s: &str) -> u8 {
    match s {
        NAME | "m" => 1,
        "" => 2,
        t if t.starts_with('x') => 3,
        _ => 4,
    }
}
fn key(k: &K) -> u8 {
    match k {
        &ONE => 1,
        K(2 | 3, _) => 2,
        K(_, "z") => 3,
        _ => 4,
    }
}
fn ch(c: char) -> bool {
    matches!(c, 'a'..=LIMIT | '0'..'5')
}
fn bytes(b: &[u8]) -> bool {
    matches!(b, b"ab" | [b'x', ..])
}
fn opt(o: Option<String>) -> usize {
    match o.as_deref() {
        Some("a") => 1,
        Some(s) => s.len(),
        None => 0,
    }
}
fn main() {
    text("a");
    key(&ONE);
    ch('c');
    bytes(b"q");
    opt(None);
}

//~ MONO_ITEM fn bytes
//~ MONO_ITEM fn ch
//~ MONO_ITEM fn key
//~ MONO_ITEM fn main
//~ MONO_ITEM fn opt
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::string::String>> - shim(Some(std::option::Option<std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn text
