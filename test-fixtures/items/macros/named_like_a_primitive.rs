// Macros and functions may have the names of primitive types.
macro_rules! str {
    ($t:tt) => {
        Shown::<{ stringify!($t).len() }>
    };
}

macro_rules! u8 {
    () => {
        made::<u8>()
    };
}

type Size = usize;

struct Shown<const N: usize>;

impl<const N: usize> Shown<N> {
    fn raw(&self) -> usize {
        N
    }
}

fn made<T: Default>() -> T {
    T::default()
}

fn below(n: u8, length: Size) -> bool {
    n as Size <= length
}

fn main() {
    str![["a"]].raw();
    below(u8!(), 1);
}

//~ MONO_ITEM fn Shown::<5>::raw
//~ MONO_ITEM fn below
//~ MONO_ITEM fn made::<u8>
//~ MONO_ITEM fn main
