// A parameter of the impl that only a bound tells (`F: FnMut(&Id) -> Result<I, E>`) stands in the opaque type of its method.
use std::fmt::Debug;
trait Cache<Id: ?Sized> {
    fn fetch(&mut self, id: &Id) -> Result<u8, impl Debug>;
    fn error(&self, id: &Id);
}
struct FnCache<F, I> { get: F, i: I }
impl<Id, F, I, E> Cache<Id> for FnCache<F, I>
where
    E: Debug,
    F: for<'a> FnMut(&'a Id) -> Result<I, E>,
{
    fn fetch(&mut self, id: &Id) -> Result<u8, impl Debug> {
        Err::<u8, E>((self.get)(id).err().unwrap())
    }
    fn error(&self, _: &Id) {
        show::<E>();
    }
}
fn show<T>() {}
fn take<T>(_: T) {}
fn write<Id: Debug, C: Cache<Id>>(mut cache: C, id: &Id) {
    cache.error(id);
    match cache.fetch(id) {
        Ok(_) => {},
        Err(e) => take(e),
    };
}
fn main() {
    write(FnCache { get: (|x| Err(format!("{}", x))) as fn(&u8) -> Result<u16, String>, i: 1u16 }, &1u8);
    write(FnCache { get: |x: &u8| Err(*x as i32), i: 1u16 }, &1u8);
}

//~ MONO_ITEM fn <FnCache<for<'a> fn(&'a u8) -> std::result::Result<u16, std::string::String>, u16> as Cache<u8>>::error
//~ MONO_ITEM fn <FnCache<for<'a> fn(&'a u8) -> std::result::Result<u16, std::string::String>, u16> as Cache<u8>>::fetch
//~ MONO_ITEM fn <FnCache<{closure@in_trait_of_constrained_parameter.rs:31:26: 31:34}, u16> as Cache<u8>>::error
//~ MONO_ITEM fn <FnCache<{closure@in_trait_of_constrained_parameter.rs:31:26: 31:34}, u16> as Cache<u8>>::fetch
//~ MONO_ITEM fn <for<'a> fn(&'a u8) -> std::result::Result<u16, std::string::String> as std::ops::FnMut<(&u8,)>>::call_mut - shim(for<'a> fn(&'a u8) -> std::result::Result<u16, std::string::String>)
//~ MONO_ITEM fn <{closure@in_trait_of_constrained_parameter.rs:30:27: 30:30} as std::ops::FnOnce<(&u8,)>>::call_once - shim
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn show::<i32>
//~ MONO_ITEM fn show::<std::string::String>
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn take::<i32>
//~ MONO_ITEM fn take::<std::string::String>
//~ MONO_ITEM fn write::<u8, FnCache<for<'a> fn(&'a u8) -> std::result::Result<u16, std::string::String>, u16>>
//~ MONO_ITEM fn write::<u8, FnCache<{closure@in_trait_of_constrained_parameter.rs:31:26: 31:34}, u16>>
