// Drop impls of generic types: one `drop` a substitution; glue of slices, boxes, nested wrappers, dyn fields.
use std::fmt::Debug;

struct Pool<T: Debug, const N: usize> {
    slots: [Option<T>; N],
}

impl<T: Debug, const N: usize> Drop for Pool<T, N> {
    fn drop(&mut self) {
        for slot in self.slots.iter_mut() {
            release(slot.take());
        }
    }
}

fn release<T: Debug>(_: Option<T>) {}

struct Owner<'a, T: ?Sized> {
    name: &'a str,
    thing: Box<T>,
}

trait Plug {
    fn plug(&self) {}
}

struct Cable;
impl Plug for Cable {}

impl Drop for Cable {
    fn drop(&mut self) {}
}

struct List<T> {
    value: T,
    next: Option<Box<List<T>>>,
}

fn main() {
    let _numbers = Pool { slots: [Some(1u8), None] };
    let _texts: Pool<&str, 1> = Pool { slots: [Some("x")] };
    let _pools = Pool { slots: [Some([1u16; 2])] };
    let owner: Owner<'_, dyn Plug> = Owner { name: "o", thing: Box::new(Cable) };
    owner.thing.plug();
    let _slice: Owner<'_, [Cable]> = Owner { name: "s", thing: Box::new([Cable, Cable]) };
    let list = List { value: Cable, next: Some(Box::new(List { value: Cable, next: None })) };
    let _ = list.next.is_some() && owner.name.len() == 1;
    let _ = &list.value;
    let _ = _slice.name;
}

//~ MONO_ITEM fn <Cable as Plug>::plug
//~ MONO_ITEM fn <Cable as std::ops::Drop>::drop
//~ MONO_ITEM fn <Pool<&str, 1> as std::ops::Drop>::drop
//~ MONO_ITEM fn <Pool<[u16; 2], 1> as std::ops::Drop>::drop
//~ MONO_ITEM fn <Pool<u8, 2> as std::ops::Drop>::drop
//~ MONO_ITEM fn main
//~ MONO_ITEM fn release::<&str>
//~ MONO_ITEM fn release::<[u16; 2]>
//~ MONO_ITEM fn release::<u8>
//~ MONO_ITEM fn std::ptr::drop_in_place::<Cable> - shim(Some(Cable))
//~ MONO_ITEM fn std::ptr::drop_in_place::<List<Cable>> - shim(Some(List<Cable>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Owner<'_, [Cable]>> - shim(Some(Owner<'_, [Cable]>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Owner<'_, dyn Plug>> - shim(Some(Owner<'_, dyn Plug>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Pool<&str, 1>> - shim(Some(Pool<&str, 1>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Pool<[u16; 2], 1>> - shim(Some(Pool<[u16; 2], 1>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Pool<u8, 2>> - shim(Some(Pool<u8, 2>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[Cable]> - shim(Some([Cable]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn Plug> - shim(Some(dyn Plug))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<List<Cable>>> - shim(Some(std::boxed::Box<List<Cable>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<[Cable]>> - shim(Some(std::boxed::Box<[Cable]>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn Plug>> - shim(Some(std::boxed::Box<dyn Plug>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::boxed::Box<List<Cable>>>> - shim(Some(std::option::Option<std::boxed::Box<List<Cable>>>))
