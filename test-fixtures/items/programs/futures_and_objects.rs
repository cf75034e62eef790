// struct-field unsizing, Rc<dyn>, Pin<Box<dyn Future>>, upcasting
use std::{
    cell::RefCell,
    collections::BTreeMap,
    fmt::{self, Debug, Display},
    future::Future,
    pin::Pin,
    rc::{Rc, Weak},
    sync::Arc,
    task::{Context, Poll, Waker},
};
trait Base {
    fn name(&self) -> String;
    fn twice(&self) -> String
    where
        Self: Sized,
    {
        self.name() + &self.name()
    }
}
trait Derived: Base + Debug {
    fn extra(&self) -> u32 {
        7
    }
}
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
struct A {
    x: u8,
    t: Option<String>,
}
#[derive(Debug)]
struct G<T>(T);
impl Base for A {
    fn name(&self) -> String {
        format!("{:?}", self.t)
    }
}
impl Derived for A {}
impl<T: Display> Base for G<T> {
    fn name(&self) -> String {
        self.0.to_string()
    }
}
impl<T: Display + Debug> Derived for G<T> {
    fn extra(&self) -> u32 {
        3
    }
}
struct Holder<T: ?Sized> {
    n: u32,
    inner: T,
}
struct Tree {
    parent: RefCell<Weak<Tree>>,
    kids: RefCell<Vec<Rc<Tree>>>,
    v: Box<dyn Derived>,
}
fn up(d: Box<dyn Derived>) -> Box<dyn Base> {
    d
}
fn fut(n: u8) -> Pin<Box<dyn Future<Output = u8>>> {
    Box::pin(async move { if n == 0 { 0 } else { fut(n - 1).await + 1 } })
}
struct Ready(u8);
impl Future for Ready {
    type Output = u8;
    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<u8> {
        Poll::Ready(self.0)
    }
}
fn block<F: Future>(f: F) -> F::Output {
    let mut f = std::pin::pin!(f);
    let mut cx = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(r) = f.as_mut().poll(&mut cx) {
            return r;
        }
    }
}
async fn add(a: impl Future<Output = u8>, b: Ready) -> u8 {
    let x = a.await;
    x + b.await
}
fn main() {
    let h: &Holder<[u8]> = &Holder {
        n: 1,
        inner: [1u8, 2, 3],
    };
    let hd: Rc<Holder<dyn Derived>> = Rc::new(Holder {
        n: 2,
        inner: A::default(),
    });
    println!("{} {} {}", h.inner.len(), hd.n, hd.inner.extra());
    let ups: Vec<Box<dyn Base>> = vec![
        up(Box::new(A::default())),
        up(Box::new(G(2.5f32))),
        Box::new(G("s")),
    ];
    for u in &ups {
        println!("{}", u.name());
    }
    let arc: Arc<dyn Fn(&str) -> usize + Send + Sync> = Arc::new(|s| s.len());
    println!("{}", arc("x"));
    let leaf = Rc::new(Tree {
        parent: RefCell::new(Weak::new()),
        kids: RefCell::default(),
        v: Box::new(G('c')),
    });
    let root = Rc::new(Tree {
        parent: Default::default(),
        kids: RefCell::new(vec![leaf.clone()]),
        v: Box::new(A::default()),
    });
    *leaf.parent.borrow_mut() = Rc::downgrade(&root);
    println!(
        "{:?} {}",
        leaf.parent.borrow().upgrade().map(|p| p.v.extra()),
        root.kids.borrow().len()
    );
    println!("{}", block(add(fut(3), Ready(4))));
    let m: BTreeMap<A, Vec<G<i64>>> = [(A::default(), vec![G(1)])].into_iter().collect();
    println!("{m:?} {}", m.len());
    println!("{}", A::default().twice());
}

//~ MONO_ITEM fn <A as Base>::name
//~ MONO_ITEM fn <A as Base>::twice
//~ MONO_ITEM fn <A as Derived>::extra
//~ MONO_ITEM fn <A as std::cmp::Ord>::cmp
//~ MONO_ITEM fn <A as std::cmp::PartialEq>::eq
//~ MONO_ITEM fn <A as std::default::Default>::default
//~ MONO_ITEM fn <A as std::fmt::Debug>::fmt
//~ MONO_ITEM fn <G<&str> as Base>::name
//~ MONO_ITEM fn <G<char> as Base>::name
//~ MONO_ITEM fn <G<char> as Derived>::extra
//~ MONO_ITEM fn <G<char> as std::fmt::Debug>::fmt
//~ MONO_ITEM fn <G<f32> as Base>::name
//~ MONO_ITEM fn <G<f32> as Derived>::extra
//~ MONO_ITEM fn <G<f32> as std::fmt::Debug>::fmt
//~ MONO_ITEM fn <G<i64> as std::fmt::Debug>::fmt
//~ MONO_ITEM fn <Ready as std::future::Future>::poll
//~ MONO_ITEM fn <{closure@futures_and_objects.rs:102:66: 102:69} as std::ops::FnOnce<(&str,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@futures_and_objects.rs:102:66: 102:69} as std::ops::FnOnce<(&str,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn add::<std::pin::Pin<std::boxed::Box<dyn std::future::Future<Output = u8>>>>
//~ MONO_ITEM fn add::<std::pin::Pin<std::boxed::Box<dyn std::future::Future<Output = u8>>>>::{closure#0}
//~ MONO_ITEM fn block::<{async fn body of add<std::pin::Pin<std::boxed::Box<dyn std::future::Future<Output = u8>>>>()}>
//~ MONO_ITEM fn fut
//~ MONO_ITEM fn fut::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn std::ptr::drop_in_place::<A> - shim(Some(A))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Holder<dyn Derived>> - shim(Some(Holder<dyn Derived>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Tree> - shim(Some(Tree))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::boxed::Box<dyn Base>]> - shim(Some([std::boxed::Box<dyn Base>]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::rc::Rc<Tree>]> - shim(Some([std::rc::Rc<Tree>]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn Base> - shim(Some(dyn Base))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn Derived> - shim(Some(dyn Derived))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn for<'a> std::ops::Fn(&'a str) -> usize + std::marker::Send + std::marker::Sync> - shim(Some(dyn for<'a> std::ops::Fn(&'a str) -> usize + std::marker::Send + std::marker::Sync))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn std::future::Future<Output = u8>> - shim(Some(dyn std::future::Future<Output = u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn Base>> - shim(Some(std::boxed::Box<dyn Base>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn Derived>> - shim(Some(std::boxed::Box<dyn Derived>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn std::future::Future<Output = u8>>> - shim(Some(std::boxed::Box<dyn std::future::Future<Output = u8>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<std::mem::MaybeUninit<[std::boxed::Box<dyn Base>; 3]>>> - shim(Some(std::boxed::Box<std::mem::MaybeUninit<[std::boxed::Box<dyn Base>; 3]>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<std::mem::MaybeUninit<[std::rc::Rc<Tree>; 1]>>> - shim(Some(std::boxed::Box<std::mem::MaybeUninit<[std::rc::Rc<Tree>; 1]>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::cell::Ref<'_, std::rc::Weak<Tree>>> - shim(Some(std::cell::Ref<'_, std::rc::Weak<Tree>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::cell::Ref<'_, std::vec::Vec<std::rc::Rc<Tree>>>> - shim(Some(std::cell::Ref<'_, std::vec::Vec<std::rc::Rc<Tree>>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::cell::RefCell<std::rc::Weak<Tree>>> - shim(Some(std::cell::RefCell<std::rc::Weak<Tree>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::cell::RefCell<std::vec::Vec<std::rc::Rc<Tree>>>> - shim(Some(std::cell::RefCell<std::vec::Vec<std::rc::Rc<Tree>>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::cell::RefMut<'_, std::rc::Weak<Tree>>> - shim(Some(std::cell::RefMut<'_, std::rc::Weak<Tree>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::cell::UnsafeCell<std::rc::Weak<Tree>>> - shim(Some(std::cell::UnsafeCell<std::rc::Weak<Tree>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::cell::UnsafeCell<std::vec::Vec<std::rc::Rc<Tree>>>> - shim(Some(std::cell::UnsafeCell<std::vec::Vec<std::rc::Rc<Tree>>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::BTreeMap<A, std::vec::Vec<G<i64>>>> - shim(Some(std::collections::BTreeMap<A, std::vec::Vec<G<i64>>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::btree_map::IntoIter<A, std::vec::Vec<G<i64>>>> - shim(Some(std::collections::btree_map::IntoIter<A, std::vec::Vec<G<i64>>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::string::String>> - shim(Some(std::option::Option<std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::pin::Pin<std::boxed::Box<dyn std::future::Future<Output = u8>>>> - shim(Some(std::pin::Pin<std::boxed::Box<dyn std::future::Future<Output = u8>>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::rc::Rc<Holder<dyn Derived>>> - shim(Some(std::rc::Rc<Holder<dyn Derived>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::rc::Rc<Tree>> - shim(Some(std::rc::Rc<Tree>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::rc::Weak<Tree>> - shim(Some(std::rc::Weak<Tree>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::sync::Arc<dyn for<'a> std::ops::Fn(&'a str) -> usize + std::marker::Send + std::marker::Sync>> - shim(Some(std::sync::Arc<dyn for<'a> std::ops::Fn(&'a str) -> usize + std::marker::Send + std::marker::Sync>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<std::boxed::Box<dyn Base>>> - shim(Some(std::vec::Vec<std::boxed::Box<dyn Base>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<std::rc::Rc<Tree>>> - shim(Some(std::vec::Vec<std::rc::Rc<Tree>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{async block@futures_and_objects.rs:62:14: 62:24}> - shim(Some({async block@futures_and_objects.rs:62:14: 62:24}))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{async fn body of add<std::pin::Pin<std::boxed::Box<dyn std::future::Future<Output = u8>>>>()}> - shim(Some({async fn body of add<std::pin::Pin<std::boxed::Box<dyn std::future::Future<Output = u8>>>>()}))
//~ MONO_ITEM fn up
