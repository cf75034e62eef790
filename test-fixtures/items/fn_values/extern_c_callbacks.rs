// Functions with C's ABI as callbacks, in structs of function pointers.
use std::ffi::c_void;
#[repr(C)]
struct Ops {
    init: Option<unsafe extern "C" fn(*mut c_void) -> i32>,
    drop: extern "C" fn(*mut c_void),
}
extern "C" fn free<T>(p: *mut c_void) {
    unsafe { drop(Box::from_raw(p.cast::<T>())) }
}
unsafe extern "C" fn init<T: Default>(p: *mut c_void) -> i32 {
    unsafe { *p.cast::<T>() = T::default() };
    0
}
const fn ops<T: Default>() -> Ops {
    Ops {
        init: Some(init::<T>),
        drop: free::<T>,
    }
}
static STRINGS: Ops = ops::<String>();
fn with<F: FnMut(u8)>(mut f: F) {
    unsafe extern "C" fn tramp<F: FnMut(u8)>(d: *mut c_void) {
        unsafe { (*d.cast::<F>())(1) }
    }
    let t: unsafe extern "C" fn(*mut c_void) = tramp::<F>;
    unsafe { t((&raw mut f).cast()) }
}
fn main() {
    let p = Box::into_raw(Box::new(1u8)).cast();
    (ops::<u8>().drop)(p);
    let _ = STRINGS.init;
    let mut n = 0;
    with(|x| n += x);
}

//~ MONO_ITEM fn free::<std::string::String>
//~ MONO_ITEM fn free::<u8>
//~ MONO_ITEM fn init::<std::string::String>
//~ MONO_ITEM fn init::<u8>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn ops::<u8>
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<std::string::String>> - shim(Some(std::boxed::Box<std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<u8>> - shim(Some(std::boxed::Box<u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn with::<{closure@extern_c_callbacks.rs:34:10: 34:13}>
//~ MONO_ITEM fn with::tramp::<{closure@extern_c_callbacks.rs:34:10: 34:13}>
//~ MONO_ITEM static STRINGS
