// What is in `ManuallyDrop` or a union has no glue unless asked for.
use std::mem::ManuallyDrop;

struct D;

impl Drop for D {
    fn drop(&mut self) {}
}

union Either {
    number: u64,
    owner: ManuallyDrop<D>,
}

struct Holder<T> {
    kept: ManuallyDrop<T>,
    plain: u8,
}

fn main() {
    let _e = Either { owner: ManuallyDrop::new(D) };
    let h = Holder { kept: ManuallyDrop::new(D), plain: 1 };
    let _ = h.plain;
    let mut once = ManuallyDrop::new(D);
    unsafe { ManuallyDrop::drop(&mut once) };
}

//~ MONO_ITEM fn <D as std::ops::Drop>::drop
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<D> - shim(Some(D))
