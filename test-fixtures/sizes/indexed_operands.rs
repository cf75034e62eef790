//@ compile-flags: -Copt-level=3
//@ crate-type: lib
// The temporary of an index lives as long as the temporaries of its statement or condition.
#[inline(never)]
pub fn common(a: &[u64], b: &[u64], n: usize) -> usize {
    let mut len = 0;
    while len < n && a[len] == b[len] {
        len += 1;
    }
    len
}

#[inline(never)]
pub fn sum(a: &[u64], i: usize) -> u64 {
    let both = a[i] + a[i + 1] * 2;
    if a[i] > a[i + 2] { both } else { a[a[i] as usize] }
}

//~ SIZE 32 sum
//~ SIZE 37 common
