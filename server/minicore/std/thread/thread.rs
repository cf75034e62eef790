//! A handle to a thread.

use super::id::ThreadId;
use crate::fmt;
use crate::sync::Arc;

struct Inner {
    name: Option<String>,
    id: ThreadId,
}

#[derive(Clone)]
pub struct Thread {
    inner: Arc<Inner>,
}

impl Thread {
    pub(crate) fn new(id: ThreadId, name: Option<String>) -> Thread {
        Thread { inner: Arc::new(Inner { name, id }) }
    }

    #[inline]
    pub fn unpark(&self) {}

    pub fn id(&self) -> ThreadId {
        self.inner.id
    }

    pub fn name(&self) -> Option<&str> {
        self.inner.name.as_deref()
    }
}

impl fmt::Debug for Thread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Thread").field("id", &self.id()).field("name", &self.name()).finish_non_exhaustive()
    }
}
