//@ crate-type: lib
//@ compile-flags: -Copt-level=3
// What floats come to is known.
#[inline(never)]
pub fn compared() -> u8 {
    let (a, b) = (2.0, 3.5);
    if a == b || a + 1.5 < -b { 4 } else { 5 }
}

#[inline(never)]
pub fn computed() -> f32 {
    let (a, b) = (2.0f32, 3.0f32);
    if a * b - 1.0 >= b / a { -a % b } else { a }
}

#[inline(never)]
pub fn converted() -> u8 {
    let big = 1e10;
    if big as u8 == 255 && -1.5 as i32 == -1 && 3u8 as f64 == 3.0 && 0.1f32 as f64 != 0.1 {
        1
    } else {
        2
    }
}

#[inline(never)]
pub fn without_number(x: f64) -> bool {
    let zero = 0.0;
    zero / zero == x || x == 0.0 || x == -0.0
}

#[inline(never)]
pub fn branches(x: f64) -> u8 {
    if x == 1.5 { 1 } else { 2 }
}

#[inline(never)]
pub fn patterns(x: f64) -> u8 {
    match x {
        1.5 => 1,
        -2.0 => 2,
        _ => 3,
    }
}

#[inline(never)]
pub fn take(_: f64) {}

#[inline(never)]
pub fn equal(x: bool) -> f64 {
    take(1.0);
    take(1.0);
    take(1_000.5e-3);
    if x { 1.0 } else { 1.0 }
}

//~ SIZE 1 take
//~ SIZE 11 patterns
//~ SIZE 13 without_number
//~ SIZE 2 compared
//~ SIZE 2 computed
//~ SIZE 2 converted
//~ SIZE 5 equal
//~ SIZE 9 branches
