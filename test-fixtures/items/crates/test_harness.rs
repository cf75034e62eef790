//@ compile-flags: --test
// Compiled with --test: the tests are roots beside a generated main, ignored and should_panic ones included.
fn add<T: std::ops::Add<Output = T>>(a: T, b: T) -> T {
    a + b
}

#[allow(dead_code)]
fn unused() -> u32 {
    add(1, 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adds() {
        assert_eq!(add(1u8, 2), 3);
    }

    #[test]
    #[ignore]
    fn ignored() {
        helper("x");
    }

    #[test]
    #[should_panic(expected = "overflow")]
    fn panics() {
        let _ = add(255u8, helper("y") as u8);
    }

    #[test]
    fn fallible() -> Result<(), String> {
        Ok(())
    }

    // As macros write it.
    #[::core::prelude::v1::test]
    fn by_path() {
        helper("y");
        Derived(1).clone();
    }

    #[std::prelude::v1::test]
    fn by_path_of_std() {}

    #[::core::prelude::v1::derive(Clone)]
    struct Derived(u8);

    fn helper(text: &str) -> usize {
        text.len()
    }

    fn not_a_test() {}
}

//~ MONO_ITEM fn <tests::Derived as std::clone::Clone>::clone
//~ MONO_ITEM fn <{closure@test_harness.rs:17:5: 19:6} as std::ops::FnOnce<()>>::call_once - shim
//~ MONO_ITEM fn <{closure@test_harness.rs:23:5: 25:6} as std::ops::FnOnce<()>>::call_once - shim
//~ MONO_ITEM fn <{closure@test_harness.rs:29:5: 31:6} as std::ops::FnOnce<()>>::call_once - shim
//~ MONO_ITEM fn <{closure@test_harness.rs:34:5: 36:6} as std::ops::FnOnce<()>>::call_once - shim
//~ MONO_ITEM fn <{closure@test_harness.rs:40:5: 43:6} as std::ops::FnOnce<()>>::call_once - shim
//~ MONO_ITEM fn <{closure@test_harness.rs:46:5: 46:27} as std::ops::FnOnce<()>>::call_once - shim
//~ MONO_ITEM fn add::<u8>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn tests::adds
//~ MONO_ITEM fn tests::adds::{closure#0}
//~ MONO_ITEM fn tests::by_path
//~ MONO_ITEM fn tests::by_path::{closure#0}
//~ MONO_ITEM fn tests::by_path_of_std
//~ MONO_ITEM fn tests::by_path_of_std::{closure#0}
//~ MONO_ITEM fn tests::fallible
//~ MONO_ITEM fn tests::fallible::{closure#0}
//~ MONO_ITEM fn tests::helper
//~ MONO_ITEM fn tests::ignored
//~ MONO_ITEM fn tests::ignored::{closure#0}
//~ MONO_ITEM fn tests::panics
//~ MONO_ITEM fn tests::panics::{closure#0}
