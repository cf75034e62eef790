// Blocks with items and macro calls that a `cfg` takes away: their impls and statics do not exist, wherever they stand.

trait Run {
    fn run(&self) -> usize;
}

fn show<T: Run>(t: &T) -> usize {
    t.run()
}

fn all(of: &[&dyn Run]) -> usize {
    of.iter().map(|r| r.run()).sum()
}

macro_rules! make {
    ($ty:ty, $n:expr) => {{
        mod inner {
            pub struct Made(pub $ty);
            impl super::Run for Made {
                fn run(&self) -> usize {
                    static COUNT: usize = $n;
                    COUNT + size_of::<$ty>()
                }
            }
        }
    }};
}

macro_rules! twice {
    ($ty:ty) => {
        #[cfg(not(missing))]
        make!($ty, 1);
        #[cfg(missing)]
        make!([$ty; 2], 2);
    };
}

struct Unit;

fn without() {
    make!(u8, 3);
    #[cfg(missing)]
    make!(u16, 4);
    #[cfg(missing)]
    {
        static GONE: u32 = 5;
        impl Run for u32 {
            fn run(&self) -> usize {
                GONE as usize
            }
        }
    }
    #[cfg(not(missing))]
    {
        static THERE: u32 = 6;
        impl Run for u64 {
            fn run(&self) -> usize {
                THERE as usize
            }
        }
    }
    #[cfg(missing)]
    for _ in 0..2 {
        static LOOP: u32 = 7;
        impl Run for i8 {
            fn run(&self) -> usize {
                LOOP as usize
            }
        }
    }
    #[cfg(missing)]
    let _gone = {
        static VALUE: u32 = 8;
        VALUE
    };
    twice!(i16);
    match 1 {
        #[cfg(missing)]
        1 => {
            static ARM: u32 = 9;
        }
        _ => {
            static OTHER: u32 = 10;
            impl Run for Unit {
                fn run(&self) -> usize {
                    OTHER as usize
                }
            }
        }
    }
}

fn main() {
    without();
    show(&1u64);
    all(&[&Unit, &2u64]);
}

//~ MONO_ITEM fn all
//~ MONO_ITEM fn all::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn show::<u64>
//~ MONO_ITEM fn without
//~ MONO_ITEM fn without::<impl Run for Unit>::run
//~ MONO_ITEM fn without::<impl Run for u64>::run
//~ MONO_ITEM static <without::inner::Made as Run>::run::COUNT
//~ MONO_ITEM static without::OTHER
//~ MONO_ITEM static without::THERE
