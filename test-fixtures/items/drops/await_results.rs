//@ edition: 2021
// What an await gives is dropped by nobody while the future that gave it is.
use std::future::Future;
struct D;
impl Drop for D {
    fn drop(&mut self) {}
}
struct E2;
impl Drop for E2 {
    fn drop(&mut self) {}
}
async fn mk() -> Result<D, E2> {
    Ok(D)
}
async fn go() -> Result<(), E2> {
    let d = mk().await?;
    other(&d).await?;
    Ok(())
}
async fn other(_: &D) -> Result<u8, E2> {
    Ok(1)
}
fn main() {
    let x: Box<dyn Future<Output = Result<(), E2>>> = Box::new(go());
}

//~ MONO_ITEM fn <D as std::ops::Drop>::drop
//~ MONO_ITEM fn go
//~ MONO_ITEM fn go::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn mk
//~ MONO_ITEM fn mk::{closure#0}
//~ MONO_ITEM fn other
//~ MONO_ITEM fn other::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<D> - shim(Some(D))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn std::future::Future<Output = std::result::Result<(), E2>>> - shim(Some(dyn std::future::Future<Output = std::result::Result<(), E2>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn std::future::Future<Output = std::result::Result<(), E2>>>> - shim(Some(std::boxed::Box<dyn std::future::Future<Output = std::result::Result<(), E2>>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{async fn body of go()}> - shim(Some({async fn body of go()}))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{async fn body of mk()}> - shim(Some({async fn body of mk()}))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{async fn body of other()}> - shim(Some({async fn body of other()}))
