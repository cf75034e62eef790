// What lives across an await is dropped by the coroutine's glue.
struct D(u8);
impl Drop for D {
    fn drop(&mut self) {
        self.0 = 0;
    }
}
async fn leaf() {}
async fn holds(d: D) -> u8 {
    let e = D(1);
    leaf().await;
    d.0 + e.0
}
fn main() {
    let f = holds(D(2));
    drop(f);
    let b: Box<dyn std::future::Future<Output = u8>> = Box::new(async {
        let d = D(3);
        leaf().await;
        d.0
    });
    drop(b);
}

//~ MONO_ITEM fn <D as std::ops::Drop>::drop
//~ MONO_ITEM fn holds
//~ MONO_ITEM fn leaf
//~ MONO_ITEM fn leaf::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<D> - shim(Some(D))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn std::future::Future<Output = u8>> - shim(Some(dyn std::future::Future<Output = u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn std::future::Future<Output = u8>>> - shim(Some(std::boxed::Box<dyn std::future::Future<Output = u8>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{async block@drop_across_await.rs:17:65: 17:70}> - shim(Some({async block@drop_across_await.rs:17:65: 17:70}))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{async fn body of holds()}> - shim(Some({async fn body of holds()}))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{async fn body of leaf()}> - shim(Some({async fn body of leaf()}))
