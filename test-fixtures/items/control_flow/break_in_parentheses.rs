// A value in parentheses after `break` is no call, nor is a block that a macro puts there.
macro_rules! first_of {
    ($a:expr, $b:expr) => {
        loop {
            if id(true) {
                break $a;
            }
            break $b;
        }
    };
}

fn id<T>(value: T) -> T {
    value
}

#[rustfmt::skip]
fn main() {
    let _ = loop { if id(true) { break (id(1u8)); } };
    let _ = loop { break ({ id(2u16) }); };
    let _ = 'outer: loop { loop { break 'outer (id('a'), id(3i8)); } };
    let f = || { return (id(3u32)); };
    id(f());
    id(first_of!({ id(4u64) }, { id(5u64) + 1 }));
}

//~ MONO_ITEM fn id::<bool>
//~ MONO_ITEM fn id::<char>
//~ MONO_ITEM fn id::<i8>
//~ MONO_ITEM fn id::<u16>
//~ MONO_ITEM fn id::<u32>
//~ MONO_ITEM fn id::<u64>
//~ MONO_ITEM fn id::<u8>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
