// Async methods of a trait, called through a generic and by name.
use std::{
    future::Future,
    pin::pin,
    task::{Context, Poll, Waker},
};
trait Fetch {
    async fn get(&self, n: u8) -> String;
    async fn twice(&self) -> usize {
        self.get(1).await.len() + self.get(2).await.len()
    }
}
struct Mem(String);
impl Fetch for Mem {
    async fn get(&self, n: u8) -> String {
        self.0.repeat(n as usize)
    }
}
async fn run<F: Fetch>(f: &F) -> usize {
    f.twice().await
}
fn main() {
    let m = Mem(String::from("a"));
    let f = pin!(run(&m));
    if let Poll::Ready(n) = f.poll(&mut Context::from_waker(Waker::noop())) {
        drop(n);
    }
}

//~ MONO_ITEM fn <Mem as Fetch>::get
//~ MONO_ITEM fn <Mem as Fetch>::get::{closure#0}
//~ MONO_ITEM fn <Mem as Fetch>::twice
//~ MONO_ITEM fn <Mem as Fetch>::twice::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn run::<Mem>
//~ MONO_ITEM fn run::<Mem>::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<Mem> - shim(Some(Mem))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{async fn body of <Mem as Fetch>::get()}> - shim(Some({async fn body of <Mem as Fetch>::get()}))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{async fn body of <Mem as Fetch>::twice()}> - shim(Some({async fn body of <Mem as Fetch>::twice()}))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{async fn body of run<Mem>()}> - shim(Some({async fn body of run<Mem>()}))
