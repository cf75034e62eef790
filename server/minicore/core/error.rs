//! The trait of error values.

use crate::any::TypeId;
use crate::fmt::{self, Debug, Display};

#[rustc_has_incoherent_inherent_impls]
pub trait Error: Debug + Display {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        None
    }

    #[doc(hidden)]
    fn type_id(&self, _: private::Internal) -> TypeId
    where
        Self: 'static,
    {
        TypeId::of::<Self>()
    }

    fn description(&self) -> &str {
        "description() is deprecated; use Display"
    }

    fn cause(&self) -> Option<&dyn Error> {
        self.source()
    }

    fn provide<'a>(&'a self, request: &mut Request<'a>) {
        let _ = request;
    }
}

mod private {
    // A method that takes this cannot be overridden outside of this crate.
    #[derive(Debug)]
    pub struct Internal;
}

#[repr(transparent)]
pub struct Request<'a> {
    tag: TypeId,
    _marker: crate::marker::PhantomData<&'a ()>,
}

impl dyn Error + 'static {
    #[inline]
    pub fn is<T: Error + 'static>(&self) -> bool {
        let t = TypeId::of::<T>();
        let concrete = self.type_id(private::Internal);
        t == concrete
    }

    #[inline]
    pub fn downcast_ref<T: Error + 'static>(&self) -> Option<&T> {
        if self.is::<T>() { unsafe { Some(&*(self as *const dyn Error as *const T)) } } else { None }
    }

    #[inline]
    pub fn downcast_mut<T: Error + 'static>(&mut self) -> Option<&mut T> {
        if self.is::<T>() { unsafe { Some(&mut *(self as *mut dyn Error as *mut T)) } } else { None }
    }
}

macro_rules! error_object {
    ($($object:ty),*) => {$(
        impl $object {
            #[inline]
            pub fn is<T: Error + 'static>(&self) -> bool {
                <dyn Error + 'static>::is::<T>(self)
            }

            #[inline]
            pub fn downcast_ref<T: Error + 'static>(&self) -> Option<&T> {
                <dyn Error + 'static>::downcast_ref::<T>(self)
            }

            #[inline]
            pub fn downcast_mut<T: Error + 'static>(&mut self) -> Option<&mut T> {
                <dyn Error + 'static>::downcast_mut::<T>(self)
            }
        }
    )*};
}

error_object! { dyn Error + Send + 'static, dyn Error + Send + Sync + 'static }

impl<'a, T: Error + ?Sized> Error for &'a T {
    fn cause(&self) -> Option<&dyn Error> {
        Error::cause(&**self)
    }

    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Error::source(&**self)
    }
}

impl Error for ! {}
impl Error for fmt::Error {}
impl Error for crate::cell::BorrowError {}
impl Error for crate::cell::BorrowMutError {}
impl Error for crate::char::CharTryFromError {}
impl Error for crate::char::ParseCharError {}
impl Error for crate::num::ParseFloatError {}
impl Error for crate::num::ParseIntError {}
impl Error for crate::num::TryFromIntError {}
impl Error for crate::str::ParseBoolError {}
impl Error for crate::str::Utf8Error {}
