//! What the compiler drops coroutines with where asynchronous drop is on, which no stable program turns on.

use crate::pin::Pin;

#[lang = "async_drop"]
pub trait AsyncDrop {
    async fn drop(self: Pin<&mut Self>);
}

#[lang = "async_drop_in_place"]
pub async unsafe fn async_drop_in_place<T: ?Sized>(_to_drop: *mut T) {}
