//@ aux: renames.rs
#[macro_use]
extern crate renames;

lazy!(SIZE: Vec<u8> = vec![1, 2]);

fn main() {
    SIZE.iter().next();
    let _ = SIZE.len() + SIZE[0] as usize;
}

//~ MONO_ITEM fn <SIZE as renames::__Deref>::deref
//~ MONO_ITEM fn <SIZE as renames::__Deref>::deref::init
//~ MONO_ITEM fn <SIZE as renames::__Deref>::deref::stable
//~ MONO_ITEM fn <fn() -> std::vec::Vec<u8> {<SIZE as renames::__Deref>::deref::init} as std::ops::FnOnce<()>>::call_once - shim(fn() -> std::vec::Vec<u8> {<SIZE as renames::__Deref>::deref::init})
//~ MONO_ITEM fn <std::vec::Vec<u8> as renames::__Deref>::deref
//~ MONO_ITEM fn main
//~ MONO_ITEM fn renames::Lazy::<std::vec::Vec<u8>>::get::<fn() -> std::vec::Vec<u8> {<SIZE as renames::__Deref>::deref::init}>
//~ MONO_ITEM fn std::ptr::drop_in_place::<renames::Lazy<std::vec::Vec<u8>>> - shim(Some(renames::Lazy<std::vec::Vec<u8>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::result::Result<(), std::vec::Vec<u8>>> - shim(Some(std::result::Result<(), std::vec::Vec<u8>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::sync::OnceLock<std::vec::Vec<u8>>> - shim(Some(std::sync::OnceLock<std::vec::Vec<u8>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM static <SIZE as renames::__Deref>::deref::stable::LAZY
