// Trait objects of generic traits, downcasts, TypeId: what names the parameter uses it.
use std::any::{Any, TypeId};

fn is<T: 'static>(any: &dyn Any) -> bool {
    any.is::<T>()
}

fn id<T: 'static>() -> TypeId {
    TypeId::of::<T>()
}

fn ignores<T: 'static>(any: &dyn Any) -> bool {
    any.is::<u8>()
}

trait Sink<E> {
    fn put(&mut self, e: E);
}

fn feed<E: Default>(sink: &mut dyn Sink<E>) {
    sink.put(E::default());
}

fn holds<E>(_sink: &mut dyn Sink<E>) -> u8 {
    1
}

struct Null;

impl<E> Sink<E> for Null {
    fn put(&mut self, _: E) {}
}

fn main() {
    is::<u8>(&1u8);
    id::<u16>();
    ignores::<u32>(&1u8);
    ignores::<u64>(&1u8);
    feed::<u8>(&mut Null);
    holds::<u16>(&mut Null);
}

//~ UNUSED 12:4 fn ignores: T
//~ POLY_ITEM fn <Null as Sink<u16>>::put
//~ POLY_ITEM fn <Null as Sink<u8>>::put
//~ POLY_ITEM fn feed::<u8>
//~ POLY_ITEM fn holds::<u16>
//~ POLY_ITEM fn id::<u16>
//~ POLY_ITEM fn ignores::<T>
//~ POLY_ITEM fn is::<u8>
//~ POLY_ITEM fn main
