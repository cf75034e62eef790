//@ crate-type: lib
//@ edition: 2021
//@ compile-flags: -Copt-level=3
// A coroutine that is dropped while it is suspended leaves its scopes one by one. The scopes of other drops share in
// that only where the value may have to be waited for: one of a type parameter, an opaque type, a coroutine or a box.
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
pub struct Closed(());
pub struct Permit<'a> { sem: &'a Sem, permits: u32 }
impl Drop for Permit<'_> { fn drop(&mut self) {} }
pub struct Acquire<'a> {
    a: &'a Sem,
    s: String,
}
impl Drop for Acquire<'_> {
    fn drop(&mut self) {}
}
impl Future for Acquire<'_> {
    type Output = Result<(), Closed>;
    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        Poll::Pending
    }
}
pub struct Sem {
    n: u32,
}
impl Sem {
    pub fn ll(&self, n: u32) -> Acquire<'_> {
        Acquire { a: self, s: String::new() }
    }
    pub async fn acquire(&self) -> Result<Permit<'_>, Closed> {
        let inner = self.ll(1);
        inner.await?;
        Ok(Permit { sem: self, permits: 1 })
    }
    pub async fn direct(&self) -> Result<Permit<'_>, Closed> {
        self.ll(1).await?;
        Ok(Permit { sem: self, permits: 1 })
    }
    pub async fn twice(&self) -> u32 {
        let _ = self.ll(1).await;
        if let Ok(x) = self.ll(2).await { return 3; }
        1
    }
    pub async fn kept(&self) -> u32 {
        let inner = self.ll(1);
        let _ = inner.await;
        1
    }
}
#[inline(never)]
fn take<T>(value: T) {}

pub fn few(s: &Sem) {
    take(s.acquire());
    take(s.direct());
    take(s.twice());
    take(s.kept());
}


pub struct Held<T>(T);
impl Sem {
    pub async fn option<T>(&self, v: Option<T>) -> u32 {
        let w = v;
        let _ = self.ll(1).await;
        2
    }
    pub async fn each<T>(&self, v: Vec<T>) -> u32 {
        for x in v {
            let _ = self.ll(1).await;
        }
        2
    }
    pub async fn list(&self, v: Box<u8>) -> u32 {
        match self.ll(1).await {
            Ok(()) => {
                let w = Held(Box::new(3));
                if self.n == 3 {
                    return 3;
                }
                1
            }
            Err(_) => 2,
        }
    }
    pub async fn text(&self, v: String) -> u32 {
        match self.ll(1).await {
            Ok(()) => {
                let w = Held(String::new());
                if self.n == 3 {
                    return 3;
                }
                1
            }
            Err(_) => 2,
        }
    }
    pub async fn dynamic(&self, v: &dyn Fn() -> Box<dyn Send>) -> u32 {
        let x = v();
        let w = v();
        let _ = self.ll(1).await;
        2
    }
}

pub fn more(s: &Sem, o: Option<String>, v: Vec<String>, b: Box<u8>, t: String, d: &dyn Fn() -> Box<dyn Send>) {
    take(s.option(o));
    take(s.each(v));
    take(s.list(b));
    take(s.text(t));
    take(s.dynamic(d));
}

//~ SIZE 1 <Acquire<'_> as std::ops::Drop>::drop
//~ SIZE 17 few
//~ SIZE 2 take
//~ SIZE 43 more
//~ GLUE 3 <std::vec::IntoIter<T, A> as std::ops::Drop>::drop::DropGuard<'_, std::string::String, std::alloc::Global>
//~ GLUE 35 {async fn body of Sem::direct()}
//~ GLUE 35 {async fn body of Sem::kept()}
//~ GLUE 37 {async fn body of Sem::list()}
//~ GLUE 37 {async fn body of Sem::text()}
//~ GLUE 4 std::option::Option<std::string::String>
//~ GLUE 40 {async fn body of Sem::acquire()}
//~ GLUE 41 {async fn body of Sem::dynamic()}
//~ GLUE 42 {async fn body of Sem::option<std::string::String>()}
//~ GLUE 52 {async fn body of Sem::twice()}
//~ GLUE 6 Acquire<'_>
//~ GLUE 72 {async fn body of Sem::each<std::string::String>()}
