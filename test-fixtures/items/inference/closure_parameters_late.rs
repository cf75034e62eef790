// Types of closures' parameters that come from later arguments and from returns.
fn with<A, B, F: Fn(A) -> B>(f: F, a: A) -> B {
    f(a)
}
fn later<F, A>(f: F) -> impl FnOnce(A) -> usize
where
    F: FnOnce(A) -> usize,
{
    f
}
struct Builder<S>(Vec<Box<dyn Fn(&S) -> bool>>);
impl<S> Builder<S> {
    fn rule(mut self, f: impl Fn(&S) -> bool + 'static) -> Self {
        self.0.push(Box::new(f));
        self
    }
    fn check(&self, s: &S) -> bool {
        self.0.iter().all(|f| f(s))
    }
}
fn main() {
    with(|x| x.len(), "a");
    later(|v: Vec<u8>| v.len())(vec![]);
    Builder(vec![])
        .rule(|s: &String| s.is_empty())
        .rule(|s| s.len() < 3)
        .check(&String::new());
    let mut best = None;
    for s in ["a", "bb"] {
        best = match best {
            None => Some(s),
            Some(b) if s.len() > str::len(b) => Some(s),
            b => b,
        };
    }
    let _ = best;
}

//~ MONO_ITEM fn <{closure@closure_parameters_late.rs:25:15: 25:27} as std::ops::FnOnce<(&std::string::String,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@closure_parameters_late.rs:25:15: 25:27} as std::ops::FnOnce<(&std::string::String,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@closure_parameters_late.rs:26:15: 26:18} as std::ops::FnOnce<(&std::string::String,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@closure_parameters_late.rs:26:15: 26:18} as std::ops::FnOnce<(&std::string::String,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn Builder::<std::string::String>::check
//~ MONO_ITEM fn Builder::<std::string::String>::check::{closure#0}
//~ MONO_ITEM fn Builder::<std::string::String>::rule::<{closure@closure_parameters_late.rs:25:15: 25:27}>
//~ MONO_ITEM fn Builder::<std::string::String>::rule::<{closure@closure_parameters_late.rs:26:15: 26:18}>
//~ MONO_ITEM fn later::<{closure@closure_parameters_late.rs:23:11: 23:23}, std::vec::Vec<u8>>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn main::{closure#2}
//~ MONO_ITEM fn main::{closure#3}
//~ MONO_ITEM fn std::ptr::drop_in_place::<Builder<std::string::String>> - shim(Some(Builder<std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::boxed::Box<dyn for<'a> std::ops::Fn(&'a std::string::String) -> bool>]> - shim(Some([std::boxed::Box<dyn for<'a> std::ops::Fn(&'a std::string::String) -> bool>]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn for<'a> std::ops::Fn(&'a std::string::String) -> bool> - shim(Some(dyn for<'a> std::ops::Fn(&'a std::string::String) -> bool))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::array::IntoIter<&str, 2>> - shim(Some(std::array::IntoIter<&str, 2>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a std::string::String) -> bool>> - shim(Some(std::boxed::Box<dyn for<'a> std::ops::Fn(&'a std::string::String) -> bool>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a std::string::String) -> bool>>> - shim(Some(std::vec::Vec<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a std::string::String) -> bool>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn with::<&str, usize, {closure@closure_parameters_late.rs:22:10: 22:13}>
