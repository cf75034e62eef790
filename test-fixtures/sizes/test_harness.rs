//@ crate-type: bin
//@ compile-flags: --test -Copt-level=3
// What `--test` adds: a closure to each test, and `fn main`.

#[test]
#[inline(never)]
fn returns_nothing() {}

#[test]
#[inline(never)]
fn returns_result() -> Result<(), String> {
    Ok(())
}

//~ SIZE 1 returns_nothing
//~ SIZE 2 returns_result
//~ SIZE 3 returns_nothing::{closure#0}
//~ SIZE 5 main
//~ SIZE 5 returns_result::{closure#0}
