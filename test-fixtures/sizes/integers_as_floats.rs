// An integer becomes a float in one step: rounded to 64 bits first, this one would be another 32-bit float.
//@ compile-flags: -Copt-level=3
//@ crate-type: lib
#[inline(never)]
fn differs() {}
#[inline(never)]
fn agrees() {}
pub fn main() {
    let n: i64 = 0b0000000000111111111111111111111111011111111111111111111111111111;
    if (n as f64) as f32 != n as f32 {
        differs();
    } else {
        agrees();
    }
    if n as f64 != 18014398241046527.0 {
        agrees();
    }
}

//~ SIZE 1 agrees
//~ SIZE 1 differs
//~ SIZE 3 main
