//@ crate-type: lib
//@ compile-flags: -Copt-level=3
// What a variable of the type of a function calls is known, and inlined.
fn get(x: &u32) -> u32 {
    *x
}

fn twice(f: impl Fn(u32) -> u32, x: u32) -> u32 {
    f(f(x))
}

fn add(x: u32) -> u32 {
    x + 1
}

#[inline(never)]
pub fn called(x: &u32) -> u32 {
    let f = get;
    f(x)
}

#[inline(never)]
pub fn passed(x: u32) -> u32 {
    let f = add;
    twice(f, f(x))
}

//~ SIZE 2 add
//~ SIZE 2 called
//~ SIZE 20 twice
//~ SIZE 5 passed
