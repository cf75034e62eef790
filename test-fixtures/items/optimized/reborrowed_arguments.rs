//@ compile-flags: -Copt-level=3
//@ crate-type: lib
// What it costs to pass a reference on: nothing where it is only borrowed anew, one statement where a pointer is read
// behind which it lies. Each of these is the largest that is inlined, its neighbour the smallest that is not.
pub struct Out<'a>(&'a mut u32);

#[inline(never)]
pub fn sink(out: &mut Out<'_>, n: u32) {
    *out.0 += n;
}

#[inline(never)]
pub fn look(n: &u32, m: u32) -> u32 {
    n / m
}

fn passed_on<T>(out: &mut Out<'_>, n: u32) {
    sink(out, (((((((((((n ^ 3) * 4) ^ 5) * 6) ^ 7) * 8) ^ 9) * 10) ^ 11) * 12) ^ 13) * 14)
}

fn passed_on_larger<T>(out: &mut Out<'_>, n: u32) {
    sink(out, ((((((((((((n ^ 3) * 4) ^ 5) * 6) ^ 7) * 8) ^ 9) * 10) ^ 11) * 12) ^ 13) * 14) ^ 15)
}

fn borrowed<T>(n: u32, m: u32) -> u32 {
    look(&n, ((((((((((m ^ 3) * 4) ^ 5) * 6) ^ 7) * 8) ^ 9) * 10) ^ 11) * 12) ^ 13)
}

fn borrowed_larger<T>(n: u32, m: u32) -> u32 {
    look(&n, (((((((((((m ^ 3) * 4) ^ 5) * 6) ^ 7) * 8) ^ 9) * 10) ^ 11) * 12) ^ 13) * 14)
}

fn behind<T>(n: &&&u32, m: u32) -> u32 {
    look(n, (((((((((m ^ 3) * 4) ^ 5) * 6) ^ 7) * 8) ^ 9) * 10) ^ 11) * 12)
}

fn behind_larger<T>(n: &&&u32, m: u32) -> u32 {
    look(n, ((((((((((m ^ 3) * 4) ^ 5) * 6) ^ 7) * 8) ^ 9) * 10) ^ 11) * 12) ^ 13)
}

pub fn start(out: &mut Out<'_>, n: u32) {
    passed_on::<u8>(out, n);
    passed_on_larger::<u8>(out, n);
    borrowed::<u8>(n, n);
    borrowed_larger::<u8>(n, n);
    behind::<u8>(&&&n, n);
    behind_larger::<u8>(&&&n, n);
}

//~ MONO_ITEM fn behind_larger::<u8>
//~ MONO_ITEM fn borrowed_larger::<u8>
//~ MONO_ITEM fn look
//~ MONO_ITEM fn passed_on_larger::<u8>
//~ MONO_ITEM fn sink
//~ MONO_ITEM fn start
