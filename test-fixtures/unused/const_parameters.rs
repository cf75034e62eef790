// Const parameters count as type parameters do: unused unless the body or a type of it mentions them.
fn unused<const N: usize>() -> usize {
    1
}

fn in_value<const N: usize>() -> usize {
    N
}

fn in_type<const N: usize>() -> usize {
    let items = [0u8; N];
    items.len()
}

fn in_argument<T, const N: usize>(_: &[T; N]) {}

fn mixed<T, const A: bool, const B: char>() -> bool {
    A
}

struct Buf<const N: usize>;

impl<const N: usize> Buf<N> {
    fn associated<const M: usize>() -> usize {
        M + 1
    }

    fn closure() -> usize {
        let f = || 3;
        f()
    }
}

fn main() {
    unused::<1>();
    unused::<2>();
    in_value::<3>();
    in_type::<4>();
    in_argument(&[1, 2]);
    mixed::<u8, true, 'a'>();
    mixed::<u16, true, 'b'>();
    Buf::<1>::associated::<2>();
    Buf::<3>::closure();
}

//~ UNUSED 2:4 fn unused: N
//~ UNUSED 17:4 fn mixed: T, B
//~ UNUSED 24:8 fn associated: N
//~ UNUSED 28:8 fn closure: N
//~ UNUSED 29:17 closure: N
//~ POLY_ITEM fn Buf::<N>::associated::<2_usize>
//~ POLY_ITEM fn Buf::<N>::closure
//~ POLY_ITEM fn Buf::<N>::closure::{closure#0}
//~ POLY_ITEM fn in_argument::<i32, 2_usize>
//~ POLY_ITEM fn in_type::<4_usize>
//~ POLY_ITEM fn in_value::<3_usize>
//~ POLY_ITEM fn main
//~ POLY_ITEM fn mixed::<T, true, B>
//~ POLY_ITEM fn unused::<N>
