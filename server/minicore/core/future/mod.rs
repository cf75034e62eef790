//! Asynchronous values.

use crate::ptr::NonNull;
use crate::task::Context;

mod async_drop;
mod future;
mod into_future;
mod pending;
mod poll_fn;
mod ready;

pub use self::future::Future;
pub use async_drop::{AsyncDrop, async_drop_in_place};
pub use into_future::IntoFuture;
pub use pending::{Pending, pending};
pub use poll_fn::{PollFn, poll_fn};
pub use ready::{Ready, ready};

/// The resume argument of the coroutines that `async` blocks become.
#[lang = "ResumeTy"]
#[doc(hidden)]
#[derive(Debug, Copy, Clone)]
pub struct ResumeTy(NonNull<Context<'static>>);

unsafe impl Send for ResumeTy {}
unsafe impl Sync for ResumeTy {}

#[lang = "get_context"]
#[doc(hidden)]
#[inline]
pub unsafe fn get_context<'a, 'b>(cx: ResumeTy) -> &'a mut Context<'b> {
    unsafe { &mut *cx.0.as_ptr().cast() }
}
