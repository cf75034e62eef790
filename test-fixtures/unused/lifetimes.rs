// Lifetime parameters count as used and shift the bits of those after them; early and late bound alike.
fn late<'a, T>(_: &'a u8) -> u32 {
    1
}

fn early<'a: 'a, T>() -> u32 {
    2
}

fn both<'a: 'a, 'b, A, B>(n: &'b u32) -> u32 {
    *n + std::mem::size_of::<B>() as u32
}

struct Holder<'a, T>(&'a T);

impl<'a, T> Holder<'a, T> {
    fn constant<U>() -> u32 {
        3
    }

    fn closure(&self) -> u32 {
        let f = || 4;
        f()
    }
}

fn main() {
    late::<u8>(&1);
    late::<u16>(&1);
    early::<u8>();
    both::<u8, u16>(&2);
    Holder::<'static, u8>::constant::<char>();
    Holder(&1u8).closure();
}

//~ UNUSED 2:4 fn late: T
//~ UNUSED 6:4 fn early: T
//~ UNUSED 10:4 fn both: A
//~ UNUSED 17:8 fn constant: T, U
//~ UNUSED 22:17 closure: T
//~ POLY_ITEM fn Holder::<T>::closure::{closure#0}
//~ POLY_ITEM fn Holder::<T>::constant::<U>
//~ POLY_ITEM fn Holder::<u8>::closure
//~ POLY_ITEM fn both::<A, u16>
//~ POLY_ITEM fn early::<T>
//~ POLY_ITEM fn late::<T>
//~ POLY_ITEM fn main
