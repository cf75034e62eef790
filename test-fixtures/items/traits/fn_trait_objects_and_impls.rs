// Traits implemented for functions: handlers of several arities for `F: Fn(..)`, told apart by a marker parameter.
struct Context {
    path: &'static str,
    hits: u32,
}

trait FromContext: Sized {
    fn from_context(cx: &mut Context) -> Option<Self>;
}

impl FromContext for &'static str {
    fn from_context(cx: &mut Context) -> Option<Self> {
        Some(cx.path)
    }
}

impl FromContext for u32 {
    fn from_context(cx: &mut Context) -> Option<Self> {
        cx.hits += 1;
        Some(cx.hits)
    }
}

impl<A: FromContext> FromContext for Option<A> {
    fn from_context(cx: &mut Context) -> Option<Self> {
        Some(A::from_context(cx))
    }
}

trait Handler<Args> {
    fn call(&self, cx: &mut Context) -> Option<usize>;
}

macro_rules! handlers {
    ($($($arg:ident)*;)*) => {
        $(
            impl<F, R, $($arg),*> Handler<($($arg,)*)> for F
            where
                F: Fn($($arg),*) -> R,
                R: Into<usize>,
                $($arg: FromContext,)*
            {
                #[allow(unused_variables)]
                fn call(&self, cx: &mut Context) -> Option<usize> {
                    Some(self($($arg::from_context(cx)?),*).into())
                }
            }
        )*
    };
}

handlers! {
    ;
    A;
    A B;
}

struct Router {
    routes: Vec<Box<dyn Fn(&mut Context) -> Option<usize>>>,
}

impl Router {
    fn add<Args: 'static>(mut self, handler: impl Handler<Args> + 'static) -> Self {
        self.routes.push(Box::new(move |cx| handler.call(cx)));
        self
    }
}

fn index() -> u8 {
    1
}

fn page(path: &'static str, hit: Option<u32>) -> usize {
    path.len() + hit.unwrap_or(0) as usize
}

fn main() {
    let router = Router { routes: vec![] }.add(index).add(page).add(|n: u32| n as u16);
    let mut cx = Context { path: "/", hits: 0 };
    for route in &router.routes {
        route(&mut cx);
    }
}

//~ MONO_ITEM fn <&'static str as FromContext>::from_context
//~ MONO_ITEM fn <fn(&'static str, std::option::Option<u32>) -> usize {page} as Handler<(&str, std::option::Option<u32>)>>::call
//~ MONO_ITEM fn <fn(&'static str, std::option::Option<u32>) -> usize {page} as std::ops::Fn<(&str, std::option::Option<u32>)>>::call - shim(fn(&'static str, std::option::Option<u32>) -> usize {page})
//~ MONO_ITEM fn <fn() -> u8 {index} as Handler<()>>::call
//~ MONO_ITEM fn <fn() -> u8 {index} as std::ops::Fn<()>>::call - shim(fn() -> u8 {index})
//~ MONO_ITEM fn <std::option::Option<u32> as FromContext>::from_context
//~ MONO_ITEM fn <u32 as FromContext>::from_context
//~ MONO_ITEM fn <{closure@fn_trait_objects_and_impls.rs:64:35: 64:44} as std::ops::FnOnce<(&mut Context,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@fn_trait_objects_and_impls.rs:64:35: 64:44} as std::ops::FnOnce<(&mut Context,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@fn_trait_objects_and_impls.rs:78:69: 78:77} as Handler<(u32,)>>::call
//~ MONO_ITEM fn Router::add::<(&str, std::option::Option<u32>), fn(&'static str, std::option::Option<u32>) -> usize {page}>
//~ MONO_ITEM fn Router::add::<(&str, std::option::Option<u32>), fn(&'static str, std::option::Option<u32>) -> usize {page}>::{closure#0}
//~ MONO_ITEM fn Router::add::<(), fn() -> u8 {index}>
//~ MONO_ITEM fn Router::add::<(), fn() -> u8 {index}>::{closure#0}
//~ MONO_ITEM fn Router::add::<(u32,), {closure@fn_trait_objects_and_impls.rs:78:69: 78:77}>
//~ MONO_ITEM fn Router::add::<(u32,), {closure@fn_trait_objects_and_impls.rs:78:69: 78:77}>::{closure#0}
//~ MONO_ITEM fn index
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn page
//~ MONO_ITEM fn std::ptr::drop_in_place::<Router> - shim(Some(Router))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::boxed::Box<dyn for<'a> std::ops::Fn(&'a mut Context) -> std::option::Option<usize>>]> - shim(Some([std::boxed::Box<dyn for<'a> std::ops::Fn(&'a mut Context) -> std::option::Option<usize>>]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn for<'a> std::ops::Fn(&'a mut Context) -> std::option::Option<usize>> - shim(Some(dyn for<'a> std::ops::Fn(&'a mut Context) -> std::option::Option<usize>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a mut Context) -> std::option::Option<usize>>> - shim(Some(std::boxed::Box<dyn for<'a> std::ops::Fn(&'a mut Context) -> std::option::Option<usize>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a mut Context) -> std::option::Option<usize>>>> - shim(Some(std::vec::Vec<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a mut Context) -> std::option::Option<usize>>>))
