//! A wrapper within which references may dangle.

use crate::{mem, ptr};

#[repr(transparent)]
#[rustc_pub_transparent]
#[derive(Debug, Copy, Clone, Default)]
pub struct MaybeDangling<P: ?Sized>(P);

impl<P: ?Sized> MaybeDangling<P> {
    pub const fn new(x: P) -> Self
    where
        P: Sized,
    {
        MaybeDangling(x)
    }

    pub const fn as_ref(&self) -> &P {
        &self.0
    }

    pub const fn as_mut(&mut self) -> &mut P {
        &mut self.0
    }

    pub const fn into_inner(self) -> P
    where
        P: Sized,
    {
        let x = unsafe { ptr::read(&self.0) };
        mem::forget(self);
        x
    }
}
