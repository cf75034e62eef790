// An argument that is its parameter's default is not printed. With lifetimes in it, it is the default only where they
// are known.

struct At<T: ?Sized = &'static str>(std::marker::PhantomData<T>);

struct Plain<T = (u8, &'static [u8])>(T);

fn show<T>() {}

fn pass<T>(_: T) {}

struct Holder {
    at: At,
}

trait Named {
    fn name(&self) {}
}

impl Named for At {}
impl Named for Plain {}

impl At {
    fn here(&self) {}
}

fn takes(_: At, _: &u8) {}

fn main() {
    show::<At>();
    show::<Plain>();
    show::<At<u8>>();
    show::<fn(At)>();
    show::<Holder>();
    show::<Option<&At>>();
    let at = At::<&'static str>(std::marker::PhantomData);
    at.here();
    at.name();
    let plain: Plain = Plain((1, &[]));
    plain.name();
    let taker = |at: At| pass(at);
    taker(at);
    pass(takes as fn(At, &u8));
    pass(takes);
    let object: Box<dyn Fn(At, &u8)> = Box::new(|_, _| ());
    object(At(std::marker::PhantomData), &1);
}

//~ MONO_ITEM fn <At<&str> as Named>::name
//~ MONO_ITEM fn <Plain<(u8, &[u8])> as Named>::name
//~ MONO_ITEM fn <{closure@defaults_with_regions.rs:45:49: 45:55} as std::ops::FnOnce<(At<&str>, &u8)>>::call_once - shim
//~ MONO_ITEM fn <{closure@defaults_with_regions.rs:45:49: 45:55} as std::ops::FnOnce<(At<&str>, &u8)>>::call_once - shim(vtable)
//~ MONO_ITEM fn At::here
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn pass::<At<&str>>
//~ MONO_ITEM fn pass::<for<'a> fn(At, &'a u8) {takes}>
//~ MONO_ITEM fn pass::<for<'a> fn(At<&str>, &'a u8)>
//~ MONO_ITEM fn show::<At<&str>>
//~ MONO_ITEM fn show::<At<u8>>
//~ MONO_ITEM fn show::<Holder>
//~ MONO_ITEM fn show::<Plain<(u8, &[u8])>>
//~ MONO_ITEM fn show::<fn(At<&str>)>
//~ MONO_ITEM fn show::<std::option::Option<&At<&str>>>
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn for<'a> std::ops::Fn(At<&str>, &'a u8)> - shim(Some(dyn for<'a> std::ops::Fn(At<&str>, &'a u8)))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn for<'a> std::ops::Fn(At<&str>, &'a u8)>> - shim(Some(std::boxed::Box<dyn for<'a> std::ops::Fn(At<&str>, &'a u8)>))
//~ MONO_ITEM fn takes
