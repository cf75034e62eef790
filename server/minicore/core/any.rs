//! Dynamic typing, and type names.

use crate::{fmt, hash, intrinsics};

pub trait Any: 'static {
    fn type_id(&self) -> TypeId;
}

impl<T: 'static + ?Sized> Any for T {
    fn type_id(&self) -> TypeId {
        TypeId::of::<T>()
    }
}

macro_rules! any_object {
    ($($object:ty),*) => {$(
        impl fmt::Debug for $object {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct("Any").finish_non_exhaustive()
            }
        }
    )*};
}

any_object! { dyn Any, dyn Any + Send, dyn Any + Send + Sync }

impl dyn Any {
    #[inline]
    pub fn is<T: Any>(&self) -> bool {
        let t = TypeId::of::<T>();
        let concrete = self.type_id();
        t == concrete
    }

    #[inline]
    pub fn downcast_ref<T: Any>(&self) -> Option<&T> {
        if self.is::<T>() { unsafe { Some(self.downcast_unchecked_ref()) } } else { None }
    }

    #[inline]
    pub fn downcast_mut<T: Any>(&mut self) -> Option<&mut T> {
        if self.is::<T>() { unsafe { Some(self.downcast_unchecked_mut()) } } else { None }
    }

    #[inline]
    pub unsafe fn downcast_unchecked_ref<T: Any>(&self) -> &T {
        unsafe { &*(self as *const dyn Any as *const T) }
    }

    #[inline]
    pub unsafe fn downcast_unchecked_mut<T: Any>(&mut self) -> &mut T {
        unsafe { &mut *(self as *mut dyn Any as *mut T) }
    }
}

macro_rules! any_object_forward {
    ($($object:ty),*) => {$(
        impl $object {
            #[inline]
            pub fn is<T: Any>(&self) -> bool {
                <dyn Any>::is::<T>(self)
            }

            #[inline]
            pub fn downcast_ref<T: Any>(&self) -> Option<&T> {
                <dyn Any>::downcast_ref::<T>(self)
            }

            #[inline]
            pub fn downcast_mut<T: Any>(&mut self) -> Option<&mut T> {
                <dyn Any>::downcast_mut::<T>(self)
            }
        }
    )*};
}

any_object_forward! { dyn Any + Send, dyn Any + Send + Sync }

#[derive(Copy, Clone, Eq, PartialOrd, Ord)]
#[lang = "type_id"]
pub struct TypeId {
    pub(crate) data: [*const (); 16 / size_of::<*const ()>()],
}

unsafe impl Send for TypeId {}
unsafe impl Sync for TypeId {}

impl PartialEq for TypeId {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        unsafe { crate::mem::transmute::<_, u128>(*self) == crate::mem::transmute::<_, u128>(*other) }
    }
}

impl TypeId {
    pub const fn of<T: ?Sized + 'static>() -> TypeId {
        const { intrinsics::type_id::<T>() }
    }
}

impl hash::Hash for TypeId {
    #[inline]
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        let data = unsafe { crate::ptr::read_unaligned(self.data.as_ptr().cast::<u64>().offset(1)) };
        data.hash(state);
    }
}

impl fmt::Debug for TypeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> Result<(), fmt::Error> {
        f.write_str("TypeId")
    }
}

pub const fn type_name<T: ?Sized>() -> &'static str {
    const { intrinsics::type_name::<T>() }
}

pub const fn type_name_of_val<T: ?Sized>(_val: &T) -> &'static str {
    type_name::<T>()
}
