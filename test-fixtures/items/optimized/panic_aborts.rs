//@ compile-flags: -Copt-level=3 -Cpanic=abort
//@ crate-type: lib
// Where a panic ends the program, calls need no landing pads, and so more of them are cheap enough to be inlined.
extern "C" {
    fn sink(n: u32) -> u32;
}
extern "C-unwind" {
    fn jump();
}

pub struct Loud(u32);
impl Drop for Loud {
    #[inline(never)]
    fn drop(&mut self) {}
}

#[inline(never)]
fn opaque<T>(n: u32) -> u32 {
    unsafe { sink(n) }
}

// Two calls with a value to be dropped after a panic in either.
#[inline]
fn guarded<T>(n: u32) -> u32 {
    let loud = Loud(n);
    let m = opaque::<T>(n);
    opaque::<T>(m) + loud.0
}

// So many calls are too much in any case.
#[inline]
fn guarded_longer<T>(n: u32) -> u32 {
    let loud = Loud(n);
    let m = opaque::<T>(n);
    let m = opaque::<T>(m);
    let m = opaque::<T>(m);
    opaque::<T>(m) + loud.0
}

// What is foreign may still unwind.
#[inline]
fn guarded_foreign<T>(n: u32) {
    let _loud = Loud(n);
    unsafe { jump() };
    unsafe { jump() };
}

pub fn start(n: u32) -> u32 {
    guarded_foreign::<u8>(n);
    guarded::<u8>(n) + guarded_longer::<u16>(n)
}

//~ MONO_ITEM fn <Loud as std::ops::Drop>::drop
//~ MONO_ITEM fn guarded_foreign::<u8>
//~ MONO_ITEM fn guarded_longer::<u16>
//~ MONO_ITEM fn opaque::<u16>
//~ MONO_ITEM fn opaque::<u8>
//~ MONO_ITEM fn start
//~ MONO_ITEM fn std::ptr::drop_in_place::<Loud> - shim(Some(Loud))
