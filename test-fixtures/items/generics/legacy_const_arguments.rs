//@ aux: intrinsics.rs
// Const arguments that are passed like others, as processor intrinsics take them.
use intrinsics::{_shift, vmix};

const TWO: i32 = 2;

fn generic<const N: i32>(a: u32) -> u32 {
    _shift(a, N)
}

fn main() {
    _shift(1, 3);
    _shift(1, TWO);
    _shift(1, { TWO + 3 });
    intrinsics::_shift(1, -1);
    generic::<7>(vmix(1, 5, 9));
    vmix::<2, 4>(5);
}

//~ MONO_ITEM fn generic::<7>
//~ MONO_ITEM fn intrinsics::_shift::<-1>
//~ MONO_ITEM fn intrinsics::_shift::<2>
//~ MONO_ITEM fn intrinsics::_shift::<3>
//~ MONO_ITEM fn intrinsics::_shift::<5>
//~ MONO_ITEM fn intrinsics::_shift::<7>
//~ MONO_ITEM fn intrinsics::helper::<-1>
//~ MONO_ITEM fn intrinsics::helper::<2>
//~ MONO_ITEM fn intrinsics::helper::<3>
//~ MONO_ITEM fn intrinsics::helper::<5>
//~ MONO_ITEM fn intrinsics::helper::<7>
//~ MONO_ITEM fn intrinsics::vmix::<1, 9>
//~ MONO_ITEM fn intrinsics::vmix::<2, 4>
//~ MONO_ITEM fn main
