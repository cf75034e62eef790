//! The one word an `io::Error` is: a pointer or a number, told apart by the two lowest bits.

use super::{Custom, ErrorData, ErrorKind, RawOsError, SimpleMessage, kind_from_prim};
use core::marker::PhantomData;
use core::mem::ManuallyDrop;
use core::ptr::{self, NonNull};

const TAG_MASK: usize = 0b11;
const TAG_SIMPLE_MESSAGE: usize = 0b00;
const TAG_CUSTOM: usize = 0b01;
const TAG_OS: usize = 0b10;
const TAG_SIMPLE: usize = 0b11;

#[repr(transparent)]
pub(super) struct Repr(NonNull<()>, PhantomData<ErrorData<Box<Custom>>>);

unsafe impl Send for Repr {}
unsafe impl Sync for Repr {}

impl Repr {
    pub(super) fn new_custom(b: Box<Custom>) -> Self {
        let tagged = Box::into_raw(b).cast::<u8>().wrapping_add(TAG_CUSTOM).cast::<()>();
        Self(unsafe { NonNull::new_unchecked(tagged) }, PhantomData)
    }

    #[inline]
    pub(super) fn new_os(code: RawOsError) -> Self {
        Self::tagged(code as u32, TAG_OS)
    }

    #[inline]
    pub(super) fn new_simple(kind: ErrorKind) -> Self {
        Self::tagged(kind as u32, TAG_SIMPLE)
    }

    #[inline]
    pub(super) const fn new_simple_message(m: &'static SimpleMessage) -> Self {
        Self(unsafe { NonNull::new_unchecked(m as *const SimpleMessage as *mut ()) }, PhantomData)
    }

    #[inline]
    fn tagged(high: u32, tag: usize) -> Self {
        let word = ((high as usize) << 32) | tag;
        Self(unsafe { NonNull::new_unchecked(ptr::without_provenance_mut(word)) }, PhantomData)
    }

    #[inline]
    pub(super) fn data(&self) -> ErrorData<&Custom> {
        unsafe { decode_repr(self.0, |c| &*c) }
    }

    #[inline]
    pub(super) fn data_mut(&mut self) -> ErrorData<&mut Custom> {
        unsafe { decode_repr(self.0, |c| &mut *c) }
    }

    #[inline]
    pub(super) fn into_data(self) -> ErrorData<Box<Custom>> {
        let this = ManuallyDrop::new(self);
        unsafe { decode_repr(this.0, |p| Box::from_raw(p)) }
    }
}

impl Drop for Repr {
    #[inline]
    fn drop(&mut self) {
        unsafe {
            let _ = decode_repr(self.0, |p| Box::<Custom>::from_raw(p));
        }
    }
}

#[inline]
unsafe fn decode_repr<C, F>(ptr: NonNull<()>, make_custom: F) -> ErrorData<C>
where
    F: FnOnce(*mut Custom) -> C,
{
    let bits = ptr.as_ptr().addr();
    match bits & TAG_MASK {
        TAG_OS => ErrorData::Os((bits >> 32) as RawOsError),
        TAG_SIMPLE => ErrorData::Simple(kind_from_prim((bits >> 32) as u32)),
        TAG_SIMPLE_MESSAGE => unsafe { ErrorData::SimpleMessage(&*ptr.as_ptr().cast::<SimpleMessage>()) },
        _ => {
            let untagged = ptr.as_ptr().cast::<u8>().wrapping_sub(TAG_CUSTOM);
            ErrorData::Custom(make_custom(untagged.cast::<Custom>()))
        }
    }
}
