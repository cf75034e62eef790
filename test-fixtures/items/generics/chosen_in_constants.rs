//@ edition: 2021
// A constant that chooses between functions holds the one that it has chosen, whatever its condition looks at.
use std::num::NonZero;

trait Step {
    const BY: Option<NonZero<usize>>;
}

impl Step for u8 {
    const BY: Option<NonZero<usize>> = NonZero::new(4);
}

impl Step for u16 {
    const BY: Option<NonZero<usize>> = NonZero::new(0);
}

impl Step for u64 {
    const BY: Option<NonZero<usize>> = u8::BY;
}

const fn fits<A, B>(by: Option<NonZero<usize>>) -> bool {
    match by {
        Some(by) => size_of::<A>() <= size_of::<B>() * by.get(),
        None => false,
    }
}

fn in_place<T: Step>(_: T) {}
fn anew<T: Step>(_: T) {}

fn convert<T: Step>(value: T) {
    let f: fn(T) = const {
        if fits::<T, u8>(T::BY) {
            in_place
        } else {
            anew
        }
    };
    f(value)
}

fn main() {
    convert(1u8);
    convert(1u16);
    convert(1u64);
}

//~ MONO_ITEM fn anew::<u16>
//~ MONO_ITEM fn anew::<u64>
//~ MONO_ITEM fn convert::<u16>
//~ MONO_ITEM fn convert::<u64>
//~ MONO_ITEM fn convert::<u8>
//~ MONO_ITEM fn in_place::<u8>
//~ MONO_ITEM fn main
