// After `..`, a `<` begins a path: nothing is compared.
trait Long {
    const N: usize;
    const STEPS: [usize; 2] = [1, 2];
}

impl Long for u8 {
    const N: usize = 3;
}

fn take<R: Iterator>(range: R) {
    for _ in range {}
}

fn to<T>(_: std::ops::RangeTo<T>) {}

macro_rules! up_to {
    ($($t:ty),*) => {
        $(take((0)..<$t>::MAX as u16 as $t);)*
    };
}

#[derive(Default)]
struct Both {
    a: u8,
    b: u8,
}

fn generic<T: Long>(list: &[u8]) -> usize {
    let first = &list[..<T as Long>::N + 1];
    let second = &list[1..<T>::N];
    for _ in 0..<T>::STEPS[0] {}
    first.len() + second.len()
}

fn main() {
    up_to!(u8, u16);
    to(..<u32>::MAX);
    generic::<u8>(&[1, 2, 3, 4, 5]);
    let both = Both { a: 1, ..<Both as Default>::default() };
    take(both.a..<u8>::MAX - both.b);
}

//~ MONO_ITEM fn <Both as std::default::Default>::default
//~ MONO_ITEM fn generic::<u8>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn take::<std::ops::Range<u16>>
//~ MONO_ITEM fn take::<std::ops::Range<u8>>
//~ MONO_ITEM fn to::<u32>
