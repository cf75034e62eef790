// Elements of tuples that a `cfg` takes away, or leaves, first, last and in the middle, also over several lines.

fn on<T>(_: T) {}

fn numbers() -> (u8, u32) {
    (1, #[cfg(missing)] 2u16, #[cfg(not(missing))] 3)
}

fn choice(given: u8) -> (bool, Option<u16>, Option<i8>) {
    match given {
        0 => (
            #[cfg(not(missing))]
            true,
            #[cfg(missing)]
            false,
            #[cfg(missing)]
            Option::<()>::None,
            Some(1),
            #[cfg(not(missing))]
            None,
        ),
        _ => return (#[cfg(missing)] 7, false, None, #[cfg(not(missing))] Some(2)),
    }
}

macro_rules! pair {
    ($a:expr, $b:expr) => {
        ($a, #[cfg(missing)] "text", #[allow(unused)] $b)
    };
}

fn main() {
    let (one, three) = numbers();
    on(one);
    on(three);
    let (is_zero, small, smaller) = choice(3);
    on(is_zero);
    on(small);
    on(smaller);
    on(pair!('c', [1.0f32]));
    on((1u64, #[cfg(missing)] 2));
}

//~ MONO_ITEM fn choice
//~ MONO_ITEM fn main
//~ MONO_ITEM fn numbers
//~ MONO_ITEM fn on::<(char, [f32; 1])>
//~ MONO_ITEM fn on::<(u64,)>
//~ MONO_ITEM fn on::<bool>
//~ MONO_ITEM fn on::<std::option::Option<i8>>
//~ MONO_ITEM fn on::<std::option::Option<u16>>
//~ MONO_ITEM fn on::<u32>
//~ MONO_ITEM fn on::<u8>
