//@ compile-flags: --test -Cincremental=$SCRATCH/inc
//@ check-cgus
// The harness' main points to a closure for each test; closures are volatile, so each test is used from another unit.
fn twice<T: Copy + std::ops::Add<Output = T>>(t: T) -> T {
    t + t
}

fn only_here() -> u8 {
    3
}

#[test]
fn at_the_root() {
    let n = twice(only_here());
    let check = |m: u8| m == n;
    if !check(6) {
        std::process::abort();
    }
}

mod deep {
    #[test]
    fn within() {
        super::twice(1u64);
    }

    #[test]
    fn fails() -> Result<(), u8> {
        Err(super::only_here())
    }
}

//~ MONO_ITEM fn <{closure@test_harness_units.rs:13:1: 19:2} as std::ops::FnOnce<()>>::call_once - shim @@ test_harness_units-fallback.cgu[External]
//~ MONO_ITEM fn <{closure@test_harness_units.rs:23:5: 25:6} as std::ops::FnOnce<()>>::call_once - shim @@ test_harness_units-fallback.cgu[External]
//~ MONO_ITEM fn <{closure@test_harness_units.rs:28:5: 30:6} as std::ops::FnOnce<()>>::call_once - shim @@ test_harness_units-fallback.cgu[External]
//~ MONO_ITEM fn at_the_root @@ test_harness_units[External]
//~ MONO_ITEM fn at_the_root::{closure#0} @@ test_harness_units.volatile[External]
//~ MONO_ITEM fn deep::fails @@ test_harness_units-deep[External]
//~ MONO_ITEM fn deep::fails::{closure#0} @@ test_harness_units-deep.volatile[External]
//~ MONO_ITEM fn deep::within @@ test_harness_units-deep[External]
//~ MONO_ITEM fn deep::within::{closure#0} @@ test_harness_units-deep.volatile[External]
//~ MONO_ITEM fn main @@ test_harness_units[External]
//~ MONO_ITEM fn only_here @@ test_harness_units[External]
//~ MONO_ITEM fn twice::<u64> @@ test_harness_units.volatile[External]
//~ MONO_ITEM fn twice::<u8> @@ test_harness_units.volatile[External]
