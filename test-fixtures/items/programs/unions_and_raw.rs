// Unions, raw pointers, transmutes, slices from parts, MaybeUninit: an unsafe vector of fixed capacity.
use std::mem::MaybeUninit;

union IntOrFloat {
    int: u32,
    float: f32,
}

impl IntOrFloat {
    fn bits(float: f32) -> u32 {
        let u = IntOrFloat { float };
        unsafe { u.int }
    }
}

struct FixedVec<T, const N: usize> {
    items: [MaybeUninit<T>; N],
    len: usize,
}

impl<T, const N: usize> FixedVec<T, N> {
    fn new() -> Self {
        FixedVec { items: [const { MaybeUninit::uninit() }; N], len: 0 }
    }

    fn push(&mut self, item: T) -> Result<(), T> {
        if self.len == N {
            return Err(item);
        }
        self.items[self.len].write(item);
        self.len += 1;
        Ok(())
    }

    fn as_slice(&self) -> &[T] {
        unsafe { std::slice::from_raw_parts(self.items.as_ptr() as *const T, self.len) }
    }
}

impl<T, const N: usize> Drop for FixedVec<T, N> {
    fn drop(&mut self) {
        for i in 0..self.len {
            unsafe { self.items[i].assume_init_drop() };
        }
    }
}

unsafe fn swap<T>(a: *mut T, b: *mut T) {
    let temporary = std::ptr::read(a);
    std::ptr::write(a, std::ptr::read(b));
    std::ptr::write(b, temporary);
}

struct Noisy(u8);

impl Drop for Noisy {
    fn drop(&mut self) {
        self.0 = 0;
    }
}

fn main() {
    IntOrFloat::bits(1.5);
    let mut v = FixedVec::<Noisy, 2>::new();
    let _ = v.push(Noisy(1)).is_ok();
    let _ = v.as_slice().len();
    let (mut a, mut b) = (1u8, 2u8);
    unsafe { swap(&mut a, &mut b) };
    let ints: FixedVec<u64, 4> = FixedVec::new();
    let _ = ints.as_slice().is_empty();
}

//~ MONO_ITEM fn <FixedVec<Noisy, 2> as std::ops::Drop>::drop
//~ MONO_ITEM fn <FixedVec<u64, 4> as std::ops::Drop>::drop
//~ MONO_ITEM fn <Noisy as std::ops::Drop>::drop
//~ MONO_ITEM fn FixedVec::<Noisy, 2>::as_slice
//~ MONO_ITEM fn FixedVec::<Noisy, 2>::new
//~ MONO_ITEM fn FixedVec::<Noisy, 2>::push
//~ MONO_ITEM fn FixedVec::<u64, 4>::as_slice
//~ MONO_ITEM fn FixedVec::<u64, 4>::new
//~ MONO_ITEM fn IntOrFloat::bits
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<FixedVec<Noisy, 2>> - shim(Some(FixedVec<Noisy, 2>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<FixedVec<u64, 4>> - shim(Some(FixedVec<u64, 4>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Noisy> - shim(Some(Noisy))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::result::Result<(), Noisy>> - shim(Some(std::result::Result<(), Noisy>))
//~ MONO_ITEM fn swap::<u8>
