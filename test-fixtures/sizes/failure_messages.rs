//@ compile-flags: -Copt-level=3 -Coverflow-checks=yes
//@ crate-type: lib
// The message of a check that fails tells of its operands, which is one more use of them.
pub fn enumerate<'a, T, A, R>(
    count: &'a mut usize,
    mut fold: impl FnMut(A, (usize, T)) -> R + 'a,
) -> impl FnMut(A, T) -> R + 'a {
    move |acc, item| {
        let acc = fold(acc, (*count, item));
        *count += 1;
        acc
    }
}

pub struct Held(Box<u8>);

#[inline(never)]
pub fn folded(count: &mut usize, item: Held) -> Option<usize> {
    let mut step = enumerate(count, |a: usize, (n, held): (usize, Held)| if *held.0 as usize == a { Some(n) } else { None });
    step(3, item)
}

#[inline(never)]
pub fn count_into(n: &mut usize, seen: impl Fn(usize) -> bool) -> bool {
    let i = *n;
    let found = seen(i);
    *n += 1;
    found
}

#[inline(never)]
pub fn sum(a: &[u64], i: usize) -> u64 {
    a[i] + a[i + 1] * 2 + (a[i] << (a[0] as i32 - 1))
}

#[inline(never)]
pub fn share(a: i64, b: &(i64, u8)) -> i64 {
    let part = -(a / b.0);
    part % i64::from(b.1 / 3)
}

pub fn counted(n: &mut usize) -> bool {
    count_into(n, |i| i % 3 == 1)
}

//~ SIZE 11 folded
//~ SIZE 15 count_into
//~ SIZE 2 counted
//~ SIZE 23 folded::{closure#0}
//~ SIZE 26 enumerate::{closure#0}
//~ SIZE 32 share
//~ SIZE 45 sum
//~ SIZE 5 counted::{closure#0}
//~ GLUE 2 Held
