//@ compile-flags: -Copt-level=3
//@ crate-type: lib
//@ edition: 2021
// The glue of what is suspended unwinds by way of what the answer of a poll would be dropped by.
use std::future::Future;

pub struct Failure(Box<u8>);

pub struct Flush<'a>(&'a mut u8);

impl Future for Flush<'_> {
    type Output = Result<(), Failure>;
    #[inline(never)]
    fn poll(self: std::pin::Pin<&mut Self>, _: &mut std::task::Context<'_>) -> std::task::Poll<Self::Output> {
        std::task::Poll::Pending
    }
}

pub fn flush(n: &mut u8) -> Flush<'_> {
    Flush(n)
}

pub async fn write(n: &mut u8) -> Result<(), Failure> {
    *n += 1;
    flush(n).await
}

pub struct Stream(Box<u8>);

pub trait ToAddrs {
    type Iter: Iterator<Item = u8>;
    type Future: Future<Output = Result<Self::Iter, Failure>>;
    fn to_addrs(&self) -> Self::Future;
}

pub async fn connect_addr(addr: u8) -> Result<Stream, Failure> {
    flush(&mut 3).await?;
    Ok(Stream(Box::new(addr)))
}

pub async fn write_frame(n: &mut u8, frame: &Option<Vec<u8>>) -> Result<(), Failure> {
    match frame {
        Some(values) => {
            flush(n).await?;
            for value in &**values {
                write(&mut { *value }).await?;
            }
        }
        _ => write(n).await?,
    }
    flush(n).await
}

pub async fn connect<A: ToAddrs>(addr: A) -> Result<Stream, Failure> {
    let addrs = addr.to_addrs().await?;
    let mut last_err = None;
    for addr in addrs {
        match connect_addr(addr).await {
            Ok(stream) => return Ok(stream),
            Err(e) => last_err = Some(e),
        }
    }
    Err(last_err.unwrap_or_else(|| Failure(Box::new(3))))
}

pub struct Addrs(u8);

impl ToAddrs for Addrs {
    type Iter = std::ops::Range<u8>;
    type Future = std::future::Ready<Result<Self::Iter, Failure>>;
    fn to_addrs(&self) -> Self::Future {
        std::future::ready(Ok(0..self.0))
    }
}

pub fn make() -> (Box<dyn Future<Output = Result<Stream, Failure>>>, usize) {
    (Box::new(connect(Addrs(3))), 3)
}

pub fn drops<'a>(n: &'a mut u8, f: &'a Option<Vec<u8>>) -> Box<dyn Future<Output = Result<(), Failure>> + 'a> {
    Box::new(write_frame(n, f))
}

//~ SIZE 11 make
//~ SIZE 14 <Addrs as ToAddrs>::to_addrs
//~ SIZE 194 connect::{closure#0}
//~ SIZE 2 <Flush<'_> as std::future::Future>::poll
//~ SIZE 2 connect_addr
//~ SIZE 2 flush
//~ SIZE 2 write
//~ SIZE 262 write_frame::{closure#0}
//~ SIZE 41 write::{closure#0}
//~ SIZE 5 connect::{closure#0}::{closure#0}
//~ SIZE 8 drops
//~ SIZE 80 connect_addr::{closure#0}
//~ GLUE 102 {async fn body of connect<Addrs>()}
//~ GLUE 133 {async fn body of write_frame()}
//~ GLUE 2 Failure
//~ GLUE 2 std::future::Ready<std::result::Result<std::ops::Range<u8>, Failure>>
//~ GLUE 20 {async fn body of write()}
//~ GLUE 30 {async fn body of connect_addr()}
//~ GLUE 4 std::option::Option<Failure>
//~ GLUE 4 std::option::Option<std::result::Result<std::ops::Range<u8>, Failure>>
//~ GLUE 4 std::result::Result<std::ops::Range<u8>, Failure>
