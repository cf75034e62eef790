// Glob imports lose against explicit ones; `pub use` and renames lead to the same definitions.
mod left {
    pub fn pick() -> u8 {
        1
    }
    pub fn only_left<T>(value: T) -> T {
        value
    }
    pub mod deep {
        pub fn hidden() -> i16 {
            3
        }
        pub fn shadowed() -> i16 {
            4
        }
    }
}

mod right {
    pub fn pick() -> u8 {
        2
    }
    pub fn only_right<T: Copy>(value: &T) -> T {
        *value
    }
    pub use super::left::deep::hidden as revealed;
}

mod facade {
    pub use super::left::*;
    pub use super::right::pick;
    pub use super::right::{only_right as copy_out, revealed};
    pub use self::deep::shadowed;
}

use facade::*;

fn shadowed() -> u64 {
    9
}

fn main() {
    let a = pick();
    let b = only_left(a as u32);
    let c = copy_out(&b);
    let _ = only_left::<u64>(shadowed());
    let _ = facade::shadowed() + revealed();
    let _ = copy_out(&c);
    use left::pick as other_pick;
    let _ = other_pick();
}

//~ MONO_ITEM fn left::deep::hidden
//~ MONO_ITEM fn left::deep::shadowed
//~ MONO_ITEM fn left::only_left::<u32>
//~ MONO_ITEM fn left::only_left::<u64>
//~ MONO_ITEM fn left::pick
//~ MONO_ITEM fn main
//~ MONO_ITEM fn right::only_right::<u32>
//~ MONO_ITEM fn right::pick
//~ MONO_ITEM fn shadowed
