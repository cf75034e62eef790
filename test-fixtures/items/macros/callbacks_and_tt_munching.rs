// A macro that is handed the name of another, and one that takes its input bit by bit.
macro_rules! with_types {
    ($callback:ident) => {
        $callback! { u8: byte, u16: short }
    };
}

macro_rules! make {
    ($($ty:ty: $name:ident),*) => {
        $(
            fn $name() -> $ty {
                size_of_val::<$ty>(0)
            }
        )*
    };
}

fn size_of_val<T>(x: T) -> T {
    x
}

with_types!(make);

macro_rules! sum {
    () => { 0u32 };
    ($head:expr $(, $tail:expr)* $(,)?) => { wide($head) + sum!($($tail),*) };
}

fn wide<T: Into<u32>>(n: T) -> u32 {
    n.into()
}

fn main() {
    byte();
    short();
    sum!(1u8, 2u16, 3u8);
}

//~ MONO_ITEM fn byte
//~ MONO_ITEM fn main
//~ MONO_ITEM fn short
//~ MONO_ITEM fn size_of_val::<u16>
//~ MONO_ITEM fn size_of_val::<u8>
//~ MONO_ITEM fn wide::<u16>
//~ MONO_ITEM fn wide::<u8>
