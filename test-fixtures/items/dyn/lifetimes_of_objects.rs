// The lifetimes that a trait object binds: those that occur are numbered in that order; its associated types, the results
// of functions among them, are printed outside of the binder.

struct R<'a, 'b>(&'a u8, &'b u16);

trait Dec {}
impl Dec for u8 {}

trait Has<T> {
    type O;
}

fn take<T>(_: T) {}

fn none<T>() -> Option<T> {
    None
}

fn results() {
    let a: Box<dyn for<'a> Fn(&'a u8) -> Result<Box<dyn Dec + 'a>, u8> + Send> = Box::new(|_| Err(1));
    take(a);
    let b: &dyn for<'a> Fn(&'a u8, &'a u16) -> &'a u16 = &|_, _| &1;
    take(b);
    let c: &dyn for<'a, 'b> Fn(&'a u8, &'b u16) -> R<'a, 'b> = &|a, b| R(a, b);
    take(c);
    let d: for<'a> fn(&'a u8) -> Box<dyn Dec + 'a> = |a| Box::new(*a);
    take(d);
    take(none::<Box<dyn for<'a> Fn(Box<dyn Dec + 'a>) -> u8>>());
    take(none::<Box<dyn Fn(Box<dyn Dec + 'static>) -> Box<dyn Dec + 'static>>>());
}

fn nested() {
    take(none::<&dyn for<'a> Fn(&'a u8) -> Box<dyn Fn(&'a u8) + 'a>>());
    take((none::<Box<dyn for<'a> Fn(&'a u8) -> for<'b> fn(&'a u8, &'b u8) -> &'a u8>>(), 1));
    take((none::<Box<dyn for<'a> Fn(&'a u8) -> for<'b> fn(&'b u8, &'a u8) -> &'a u8>>(), 2));
    take((none::<Box<dyn for<'a> Fn(for<'b> fn(&'b u8, &'a u8) -> &'a u8)>>(), 3));
    take(none::<Box<dyn for<'c, 'a> Fn(&'c u8, &'a u8) -> for<'b> fn(&'b u8, &'a u8, &'c u8) -> &'a u8>>());
    take(none::<Box<dyn for<'c, 'a> Fn(&'c u8, &'a u8) -> Box<dyn for<'b> Fn(&'b u8, &'a u8) -> &'a u8>>>());
    take(none::<Box<dyn for<'a> Fn(&'a u8) -> Box<dyn Has<&'a u8, O = &'a u16> + 'a>>>());
}

fn order() {
    let a: for<'x, 'y> fn(&'y u8, &'x u16) -> R<'y, 'x> = |a, b| R(a, b);
    take(a);
    let b: for<'x, 'y, 'z> fn(&'z u8, &'x u16) = |_, _| ();
    take(b);
    take(none::<Box<dyn for<'x, 'y, 'z> Fn(&'z u8, &'x u16)>>());
    take(none::<Box<dyn for<'x> Iterator<Item = Box<dyn Dec + 'static>>>>());
    take(none::<&dyn for<'x> Has<fn(&'x u8), O = &'x u8>>());
    take(none::<&dyn for<'x, 'y> Has<for<'z> fn(&'x u8, &'z u8, &'y u16), O = &'x u8>>());
}

fn main() {
    results();
    nested();
    order();
}

//~ MONO_ITEM fn <{closure@lifetimes_of_objects.rs:20:91: 20:94} as std::ops::FnOnce<(&u8,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@lifetimes_of_objects.rs:20:91: 20:94} as std::ops::FnOnce<(&u8,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@lifetimes_of_objects.rs:22:59: 22:65} as std::ops::FnOnce<(&u8, &u16)>>::call_once - shim
//~ MONO_ITEM fn <{closure@lifetimes_of_objects.rs:22:59: 22:65} as std::ops::FnOnce<(&u8, &u16)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@lifetimes_of_objects.rs:24:65: 24:71} as std::ops::FnOnce<(&u8, &u16)>>::call_once - shim
//~ MONO_ITEM fn <{closure@lifetimes_of_objects.rs:24:65: 24:71} as std::ops::FnOnce<(&u8, &u16)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@lifetimes_of_objects.rs:26:54: 26:57} as std::ops::FnOnce<(&u8,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@lifetimes_of_objects.rs:43:59: 43:65} as std::ops::FnOnce<(&u8, &u16)>>::call_once - shim
//~ MONO_ITEM fn <{closure@lifetimes_of_objects.rs:45:50: 45:56} as std::ops::FnOnce<(&u8, &u16)>>::call_once - shim
//~ MONO_ITEM fn main
//~ MONO_ITEM fn nested
//~ MONO_ITEM fn none::<&dyn for<'a, 'b> Has<for<'a> fn(&'a u8, &'a u8, &'b u16), O = &u8>>
//~ MONO_ITEM fn none::<&dyn for<'a> Has<fn(&'a u8), O = &u8>>
//~ MONO_ITEM fn none::<&dyn for<'a> std::ops::Fn(&'a u8) -> std::boxed::Box<dyn std::ops::Fn(&'a u8)>>
//~ MONO_ITEM fn none::<std::boxed::Box<dyn for<'a, 'b> std::ops::Fn(&'a u8, &'b u16)>>
//~ MONO_ITEM fn none::<std::boxed::Box<dyn for<'a, 'b> std::ops::Fn(&'a u8, &'b u8) -> for<'a> fn(&'a u8, &'b u8, &'a u8) -> &'b u8>>
//~ MONO_ITEM fn none::<std::boxed::Box<dyn for<'a, 'b> std::ops::Fn(&'a u8, &'b u8) -> std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8, &'b u8) -> &u8>>>
//~ MONO_ITEM fn none::<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8) -> fn(&'a u8, &'a u8) -> &'a u8>>
//~ MONO_ITEM fn none::<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8) -> for<'a> fn(&'a u8, &'a u8) -> &'a u8>>
//~ MONO_ITEM fn none::<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8) -> std::boxed::Box<dyn Has<&'a u8, O = &u16>>>>
//~ MONO_ITEM fn none::<std::boxed::Box<dyn for<'a> std::ops::Fn(for<'a> fn(&'a u8, &'a u8) -> &'a u8)>>
//~ MONO_ITEM fn none::<std::boxed::Box<dyn for<'a> std::ops::Fn(std::boxed::Box<(dyn Dec + 'a)>) -> u8>>
//~ MONO_ITEM fn none::<std::boxed::Box<dyn std::iter::Iterator<Item = std::boxed::Box<dyn Dec>>>>
//~ MONO_ITEM fn none::<std::boxed::Box<dyn std::ops::Fn(std::boxed::Box<dyn Dec>) -> std::boxed::Box<dyn Dec>>>
//~ MONO_ITEM fn order
//~ MONO_ITEM fn order::{closure#0}
//~ MONO_ITEM fn order::{closure#1}
//~ MONO_ITEM fn results
//~ MONO_ITEM fn results::{closure#0}
//~ MONO_ITEM fn results::{closure#1}
//~ MONO_ITEM fn results::{closure#2}
//~ MONO_ITEM fn results::{closure#3}
//~ MONO_ITEM fn std::ptr::drop_in_place::<(std::option::Option<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8) -> fn(&'a u8, &'a u8) -> &'a u8>>, i32)> - shim(Some((std::option::Option<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8) -> fn(&'a u8, &'a u8) -> &'a u8>>, i32)))
//~ MONO_ITEM fn std::ptr::drop_in_place::<(std::option::Option<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8) -> for<'a> fn(&'a u8, &'a u8) -> &'a u8>>, i32)> - shim(Some((std::option::Option<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8) -> for<'a> fn(&'a u8, &'a u8) -> &'a u8>>, i32)))
//~ MONO_ITEM fn std::ptr::drop_in_place::<(std::option::Option<std::boxed::Box<dyn for<'a> std::ops::Fn(for<'a> fn(&'a u8, &'a u8) -> &'a u8)>>, i32)> - shim(Some((std::option::Option<std::boxed::Box<dyn for<'a> std::ops::Fn(for<'a> fn(&'a u8, &'a u8) -> &'a u8)>>, i32)))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn for<'a, 'b> std::ops::Fn(&'a u8, &'b u16)> - shim(Some(dyn for<'a, 'b> std::ops::Fn(&'a u8, &'b u16)))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn for<'a, 'b> std::ops::Fn(&'a u8, &'b u8) -> for<'a> fn(&'a u8, &'b u8, &'a u8) -> &'b u8> - shim(Some(dyn for<'a, 'b> std::ops::Fn(&'a u8, &'b u8) -> for<'a> fn(&'a u8, &'b u8, &'a u8) -> &'b u8))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn for<'a, 'b> std::ops::Fn(&'a u8, &'b u8) -> std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8, &'b u8) -> &u8>> - shim(Some(dyn for<'a, 'b> std::ops::Fn(&'a u8, &'b u8) -> std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8, &'b u8) -> &u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn for<'a> std::ops::Fn(&'a u8) -> fn(&'a u8, &'a u8) -> &'a u8> - shim(Some(dyn for<'a> std::ops::Fn(&'a u8) -> fn(&'a u8, &'a u8) -> &'a u8))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn for<'a> std::ops::Fn(&'a u8) -> for<'a> fn(&'a u8, &'a u8) -> &'a u8> - shim(Some(dyn for<'a> std::ops::Fn(&'a u8) -> for<'a> fn(&'a u8, &'a u8) -> &'a u8))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn for<'a> std::ops::Fn(&'a u8) -> std::boxed::Box<dyn Has<&'a u8, O = &u16>>> - shim(Some(dyn for<'a> std::ops::Fn(&'a u8) -> std::boxed::Box<dyn Has<&'a u8, O = &u16>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn for<'a> std::ops::Fn(&'a u8) -> std::result::Result<std::boxed::Box<dyn Dec>, u8> + std::marker::Send> - shim(Some(dyn for<'a> std::ops::Fn(&'a u8) -> std::result::Result<std::boxed::Box<dyn Dec>, u8> + std::marker::Send))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn for<'a> std::ops::Fn(for<'a> fn(&'a u8, &'a u8) -> &'a u8)> - shim(Some(dyn for<'a> std::ops::Fn(for<'a> fn(&'a u8, &'a u8) -> &'a u8)))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn for<'a> std::ops::Fn(std::boxed::Box<(dyn Dec + 'a)>) -> u8> - shim(Some(dyn for<'a> std::ops::Fn(std::boxed::Box<(dyn Dec + 'a)>) -> u8))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn std::iter::Iterator<Item = std::boxed::Box<dyn Dec>>> - shim(Some(dyn std::iter::Iterator<Item = std::boxed::Box<dyn Dec>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn std::ops::Fn(std::boxed::Box<dyn Dec>) -> std::boxed::Box<dyn Dec>> - shim(Some(dyn std::ops::Fn(std::boxed::Box<dyn Dec>) -> std::boxed::Box<dyn Dec>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn for<'a, 'b> std::ops::Fn(&'a u8, &'b u16)>> - shim(Some(std::boxed::Box<dyn for<'a, 'b> std::ops::Fn(&'a u8, &'b u16)>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn for<'a, 'b> std::ops::Fn(&'a u8, &'b u8) -> for<'a> fn(&'a u8, &'b u8, &'a u8) -> &'b u8>> - shim(Some(std::boxed::Box<dyn for<'a, 'b> std::ops::Fn(&'a u8, &'b u8) -> for<'a> fn(&'a u8, &'b u8, &'a u8) -> &'b u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn for<'a, 'b> std::ops::Fn(&'a u8, &'b u8) -> std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8, &'b u8) -> &u8>>> - shim(Some(std::boxed::Box<dyn for<'a, 'b> std::ops::Fn(&'a u8, &'b u8) -> std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8, &'b u8) -> &u8>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8) -> fn(&'a u8, &'a u8) -> &'a u8>> - shim(Some(std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8) -> fn(&'a u8, &'a u8) -> &'a u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8) -> for<'a> fn(&'a u8, &'a u8) -> &'a u8>> - shim(Some(std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8) -> for<'a> fn(&'a u8, &'a u8) -> &'a u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8) -> std::boxed::Box<dyn Has<&'a u8, O = &u16>>>> - shim(Some(std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8) -> std::boxed::Box<dyn Has<&'a u8, O = &u16>>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8) -> std::result::Result<std::boxed::Box<dyn Dec>, u8> + std::marker::Send>> - shim(Some(std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8) -> std::result::Result<std::boxed::Box<dyn Dec>, u8> + std::marker::Send>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn for<'a> std::ops::Fn(for<'a> fn(&'a u8, &'a u8) -> &'a u8)>> - shim(Some(std::boxed::Box<dyn for<'a> std::ops::Fn(for<'a> fn(&'a u8, &'a u8) -> &'a u8)>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn for<'a> std::ops::Fn(std::boxed::Box<(dyn Dec + 'a)>) -> u8>> - shim(Some(std::boxed::Box<dyn for<'a> std::ops::Fn(std::boxed::Box<(dyn Dec + 'a)>) -> u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn std::iter::Iterator<Item = std::boxed::Box<dyn Dec>>>> - shim(Some(std::boxed::Box<dyn std::iter::Iterator<Item = std::boxed::Box<dyn Dec>>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn std::ops::Fn(std::boxed::Box<dyn Dec>) -> std::boxed::Box<dyn Dec>>> - shim(Some(std::boxed::Box<dyn std::ops::Fn(std::boxed::Box<dyn Dec>) -> std::boxed::Box<dyn Dec>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::boxed::Box<dyn for<'a, 'b> std::ops::Fn(&'a u8, &'b u16)>>> - shim(Some(std::option::Option<std::boxed::Box<dyn for<'a, 'b> std::ops::Fn(&'a u8, &'b u16)>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::boxed::Box<dyn for<'a, 'b> std::ops::Fn(&'a u8, &'b u8) -> for<'a> fn(&'a u8, &'b u8, &'a u8) -> &'b u8>>> - shim(Some(std::option::Option<std::boxed::Box<dyn for<'a, 'b> std::ops::Fn(&'a u8, &'b u8) -> for<'a> fn(&'a u8, &'b u8, &'a u8) -> &'b u8>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::boxed::Box<dyn for<'a, 'b> std::ops::Fn(&'a u8, &'b u8) -> std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8, &'b u8) -> &u8>>>> - shim(Some(std::option::Option<std::boxed::Box<dyn for<'a, 'b> std::ops::Fn(&'a u8, &'b u8) -> std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8, &'b u8) -> &u8>>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8) -> fn(&'a u8, &'a u8) -> &'a u8>>> - shim(Some(std::option::Option<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8) -> fn(&'a u8, &'a u8) -> &'a u8>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8) -> for<'a> fn(&'a u8, &'a u8) -> &'a u8>>> - shim(Some(std::option::Option<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8) -> for<'a> fn(&'a u8, &'a u8) -> &'a u8>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8) -> std::boxed::Box<dyn Has<&'a u8, O = &u16>>>>> - shim(Some(std::option::Option<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8) -> std::boxed::Box<dyn Has<&'a u8, O = &u16>>>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::boxed::Box<dyn for<'a> std::ops::Fn(for<'a> fn(&'a u8, &'a u8) -> &'a u8)>>> - shim(Some(std::option::Option<std::boxed::Box<dyn for<'a> std::ops::Fn(for<'a> fn(&'a u8, &'a u8) -> &'a u8)>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::boxed::Box<dyn for<'a> std::ops::Fn(std::boxed::Box<(dyn Dec + 'a)>) -> u8>>> - shim(Some(std::option::Option<std::boxed::Box<dyn for<'a> std::ops::Fn(std::boxed::Box<(dyn Dec + 'a)>) -> u8>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::boxed::Box<dyn std::iter::Iterator<Item = std::boxed::Box<dyn Dec>>>>> - shim(Some(std::option::Option<std::boxed::Box<dyn std::iter::Iterator<Item = std::boxed::Box<dyn Dec>>>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::boxed::Box<dyn std::ops::Fn(std::boxed::Box<dyn Dec>) -> std::boxed::Box<dyn Dec>>>> - shim(Some(std::option::Option<std::boxed::Box<dyn std::ops::Fn(std::boxed::Box<dyn Dec>) -> std::boxed::Box<dyn Dec>>>))
//~ MONO_ITEM fn take::<&dyn for<'a, 'b> std::ops::Fn(&'a u8, &'b u16) -> R<'_, '_>>
//~ MONO_ITEM fn take::<&dyn for<'a> std::ops::Fn(&'a u8, &'a u16) -> &u16>
//~ MONO_ITEM fn take::<(std::option::Option<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8) -> fn(&'a u8, &'a u8) -> &'a u8>>, i32)>
//~ MONO_ITEM fn take::<(std::option::Option<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8) -> for<'a> fn(&'a u8, &'a u8) -> &'a u8>>, i32)>
//~ MONO_ITEM fn take::<(std::option::Option<std::boxed::Box<dyn for<'a> std::ops::Fn(for<'a> fn(&'a u8, &'a u8) -> &'a u8)>>, i32)>
//~ MONO_ITEM fn take::<for<'a, 'b> fn(&'a u8, &'b u16) -> R<'a, 'b>>
//~ MONO_ITEM fn take::<for<'a, 'b> fn(&'a u8, &'b u16)>
//~ MONO_ITEM fn take::<for<'a> fn(&'a u8) -> std::boxed::Box<(dyn Dec + 'a)>>
//~ MONO_ITEM fn take::<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8) -> std::result::Result<std::boxed::Box<dyn Dec>, u8> + std::marker::Send>>
//~ MONO_ITEM fn take::<std::option::Option<&dyn for<'a, 'b> Has<for<'a> fn(&'a u8, &'a u8, &'b u16), O = &u8>>>
//~ MONO_ITEM fn take::<std::option::Option<&dyn for<'a> Has<fn(&'a u8), O = &u8>>>
//~ MONO_ITEM fn take::<std::option::Option<&dyn for<'a> std::ops::Fn(&'a u8) -> std::boxed::Box<dyn std::ops::Fn(&'a u8)>>>
//~ MONO_ITEM fn take::<std::option::Option<std::boxed::Box<dyn for<'a, 'b> std::ops::Fn(&'a u8, &'b u16)>>>
//~ MONO_ITEM fn take::<std::option::Option<std::boxed::Box<dyn for<'a, 'b> std::ops::Fn(&'a u8, &'b u8) -> for<'a> fn(&'a u8, &'b u8, &'a u8) -> &'b u8>>>
//~ MONO_ITEM fn take::<std::option::Option<std::boxed::Box<dyn for<'a, 'b> std::ops::Fn(&'a u8, &'b u8) -> std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8, &'b u8) -> &u8>>>>
//~ MONO_ITEM fn take::<std::option::Option<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a u8) -> std::boxed::Box<dyn Has<&'a u8, O = &u16>>>>>
//~ MONO_ITEM fn take::<std::option::Option<std::boxed::Box<dyn for<'a> std::ops::Fn(std::boxed::Box<(dyn Dec + 'a)>) -> u8>>>
//~ MONO_ITEM fn take::<std::option::Option<std::boxed::Box<dyn std::iter::Iterator<Item = std::boxed::Box<dyn Dec>>>>>
//~ MONO_ITEM fn take::<std::option::Option<std::boxed::Box<dyn std::ops::Fn(std::boxed::Box<dyn Dec>) -> std::boxed::Box<dyn Dec>>>>
