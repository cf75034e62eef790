//@ crate-type: lib
//@ compile-flags: -Copt-level=3
// Functions that meet in the arms of a match are pointers, whatever is done with them then.
fn one(n: u8) -> u8 {
    n
}
fn other(n: u8) -> u8 {
    n + 1
}

#[inline(never)]
pub fn chosen(first: bool) -> u8 {
    let one = match first {
        true => one,
        false => other,
    };
    one(3)
}

#[inline(never)]
pub fn chosen_by_if(first: bool) -> u8 {
    let one = if first { one } else { other };
    one(3)
}

//~ SIZE 2 one
//~ SIZE 2 other
//~ SIZE 7 chosen
//~ SIZE 7 chosen_by_if
