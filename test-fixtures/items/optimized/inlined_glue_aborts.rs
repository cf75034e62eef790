//@ compile-flags: -Copt-level=3 -Cpanic=abort
//@ crate-type: lib
// Without landing pads, longer drop glue is short enough to be inlined.
use std::mem::{ManuallyDrop, MaybeUninit};
use std::ptr::drop_in_place;

pub struct Loud(u32);
impl Drop for Loud {
    #[inline(never)]
    fn drop(&mut self) {}
}
pub struct One(Loud, u8);
pub struct Two(Loud, Loud);
pub struct Three(Loud, Loud, Loud);
pub struct Wrap<T>(T, u8);
pub struct OwnOne(One);
impl Drop for OwnOne {
    #[inline(never)]
    fn drop(&mut self) {}
}
pub enum Maybe {
    Some(One),
    None,
}
pub enum Either {
    Left(Two),
    Right(One),
    Neither,
}
pub struct Own;
impl Drop for Own {
    #[inline(never)]
    fn drop(&mut self) {}
}
pub struct Sized<const N: usize>([One; N]);
pub struct Item<I: Iterator>(I::Item);

pub unsafe fn start(
    numbers: *mut [u32],
    own: *mut Own,
    own_one: *mut OwnOne,
    two: *mut Two,
    three: *mut Three,
    tuple: *mut (u8, Three),
    maybe: *mut Maybe,
    either: *mut Either,
    slice: *mut [Maybe],
    array: *mut [Own; 3],
    object: *mut dyn Fn(),
    boxed: *mut Box<u8>,
    full: *mut Box<Own>,
    boxes: *mut Wrap<Box<u16>>,
) {
    unsafe {
        drop_in_place(numbers);
        drop_in_place(own);
        drop_in_place(own_one);
        drop_in_place(two);
        drop_in_place(three);
        drop_in_place(tuple);
        drop_in_place(maybe);
        drop_in_place(either);
        drop_in_place(slice);
        drop_in_place(array);
        drop_in_place(object);
        drop_in_place(boxed);
        drop_in_place(full);
        drop_in_place(boxes);
    }
}

#[inline(never)]
unsafe fn generic<T, U: Copy>(wrap: *mut Wrap<T>, copied: *mut Wrap<U>, both: *mut (T, U)) {
    unsafe {
        drop_in_place(wrap);
        drop_in_place(copied);
        drop_in_place(both);
    }
}

// What a parameter decides is left to the copy.
#[inline(never)]
unsafe fn undecided<I: Iterator, const N: usize>(sized: *mut Sized<N>, item: *mut Item<I>) {
    unsafe {
        drop_in_place(sized);
        drop_in_place(item);
    }
}

pub unsafe fn generics(
    wrap: *mut Wrap<One>,
    copied: *mut Wrap<u8>,
    both: *mut (One, u8),
    sized: *mut Sized<2>,
    item: *mut Item<std::vec::IntoIter<One>>,
) {
    unsafe {
        generic(wrap, copied, both);
        undecided::<std::vec::IntoIter<One>, 2>(sized, item);
    }
}

pub unsafe fn in_std(held: &mut ManuallyDrop<(Maybe, u8)>, made: &mut MaybeUninit<(One, u16)>) {
    unsafe {
        ManuallyDrop::drop(held);
        made.assume_init_drop();
    }
}

//~ MONO_ITEM fn <Loud as std::ops::Drop>::drop
//~ MONO_ITEM fn <Own as std::ops::Drop>::drop
//~ MONO_ITEM fn <OwnOne as std::ops::Drop>::drop
//~ MONO_ITEM fn generic::<One, u8>
//~ MONO_ITEM fn generics
//~ MONO_ITEM fn in_std
//~ MONO_ITEM fn start
//~ MONO_ITEM fn std::ptr::drop_in_place::<Either> - shim(Some(Either))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Item<std::vec::IntoIter<One>>> - shim(Some(Item<std::vec::IntoIter<One>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Loud> - shim(Some(Loud))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Maybe> - shim(Some(Maybe))
//~ MONO_ITEM fn std::ptr::drop_in_place::<One> - shim(Some(One))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Own> - shim(Some(Own))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Sized<2>> - shim(Some(Sized<2>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Three> - shim(Some(Three))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Two> - shim(Some(Two))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[One; 2]> - shim(Some([One; 2]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn std::ops::Fn()> - shim(Some(dyn std::ops::Fn()))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<u16>> - shim(Some(std::boxed::Box<u16>))
//~ MONO_ITEM fn undecided::<std::vec::IntoIter<One>, 2>
