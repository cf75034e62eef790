// to_string, extend and collect take what std specializes for a type.
use std::fmt;
struct D(u8);
impl fmt::Display for D {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("d")
    }
}
fn main() {
    "a".to_string();
    String::new().to_string();
    'c'.to_string();
    true.to_string();
    3u8.to_string();
    D(1).to_string();
    let mut v = vec![1u8];
    v.extend(&[2, 3]);
    v.extend([4].iter());
    v.extend(vec![5]);
    v.extend((0..2).map(|x| x as u8));
    let w: Vec<u8> = v.iter().copied().collect();
    let x: Vec<u8> = w.into_iter().collect();
    let y: Vec<_> = x.into_iter().map(|b| b as u16).collect();
    let z: Box<[u16]> = y.into();
    let _ = z.len();
}

//~ MONO_ITEM fn <D as std::fmt::Display>::fmt
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<[u16]>> - shim(Some(std::boxed::Box<[u16]>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::iter::Map<std::vec::IntoIter<u8>, {closure@specialized_by_std.rs:23:39: 23:42}>> - shim(Some(std::iter::Map<std::vec::IntoIter<u8>, {closure@specialized_by_std.rs:23:39: 23:42}>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
