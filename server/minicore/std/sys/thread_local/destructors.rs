//! What runs when a thread ends.

pub(super) unsafe fn register(t: *mut u8, dtor: unsafe extern "C" fn(*mut u8)) {
    let _ = (t, dtor);
}
