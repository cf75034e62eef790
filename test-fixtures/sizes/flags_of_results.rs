//@ compile-flags: -Copt-level=3
//@ crate-type: lib
// The flag of what a call gives is set before the call, where nothing is cleaned up after it.
pub struct Held(Box<u8>);

#[inline(never)]
pub fn make(n: u8) -> Held {
    Held(Box::new(n))
}

#[inline(never)]
pub fn use_up(held: Held) -> u8 {
    *held.0
}

#[inline(never)]
pub fn either(n: u8, m: &mut u8) -> u8 {
    let held = if n < 10 { make(n) } else { *m = make(n + 1).0.wrapping_add(1); make(*m) };
    if n == 3 {
        return use_up(held);
    }
    use_up(make(4))
}

#[inline(never)]
pub fn later(n: u8, m: &mut u8) -> u8 {
    let held;
    if n < 10 {
        held = make(n)
    } else if n < 20 {
        *m += 1;
        held = make(n + *m)
    } else {
        return 3;
    }
    if n == 3 {
        return use_up(held);
    }
    use_up(make(4))
}

//~ SIZE 48 either
//~ SIZE 5 make
//~ SIZE 5 use_up
//~ SIZE 53 later
//~ GLUE 2 Held
