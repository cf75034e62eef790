// Glue of boxes of slices, strings and objects, and of options of them.
use std::fmt::Debug;
struct D(u8);
impl Drop for D {
    fn drop(&mut self) {}
}
fn slice() -> Box<[D]> {
    vec![D(1)].into_boxed_slice()
}
fn text(s: &str) -> Option<Box<str>> {
    Some(s.into())
}
fn obj(n: u8) -> Result<Box<dyn Debug>, Box<[String]>> {
    if n > 0 { Ok(Box::new(n)) } else { Err(Box::new([])) }
}
fn main() {
    slice();
    text("x");
    let _ = obj(1);
}

//~ MONO_ITEM fn <D as std::ops::Drop>::drop
//~ MONO_ITEM fn main
//~ MONO_ITEM fn obj
//~ MONO_ITEM fn slice
//~ MONO_ITEM fn std::ptr::drop_in_place::<D> - shim(Some(D))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[D]> - shim(Some([D]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::string::String]> - shim(Some([std::string::String]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn std::fmt::Debug> - shim(Some(dyn std::fmt::Debug))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<[D]>> - shim(Some(std::boxed::Box<[D]>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<[std::string::String]>> - shim(Some(std::boxed::Box<[std::string::String]>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn std::fmt::Debug>> - shim(Some(std::boxed::Box<dyn std::fmt::Debug>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<str>> - shim(Some(std::boxed::Box<str>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::boxed::Box<str>>> - shim(Some(std::option::Option<std::boxed::Box<str>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::result::Result<std::boxed::Box<dyn std::fmt::Debug>, std::boxed::Box<[std::string::String]>>> - shim(Some(std::result::Result<std::boxed::Box<dyn std::fmt::Debug>, std::boxed::Box<[std::string::String]>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn text
