// What was found by way of a reference is read by the place that it refers to only where that is a local, or behind an
// argument: what other references point to may be shorter-lived than the body.
//@ compile-flags: -Copt-level=3
//@ crate-type: lib
pub struct Pair {
    pub a: usize,
    pub b: usize,
}
impl Pair {
    #[inline(always)]
    fn b(&self) -> usize {
        self.b
    }
}
#[inline(always)]
fn read(a: &usize) -> usize {
    *a
}
#[inline(always)]
fn some(a: &usize) -> Option<&usize> {
    Some(a)
}
#[inline(never)]
fn array() -> [usize; 4] {
    [1; 4]
}
#[inline(never)]
fn borrowed(a: &[usize]) -> &[usize] {
    a
}
#[inline(never)]
pub fn of_argument(m: &[Pair], i: usize) -> usize {
    m[i].b()
}
#[inline(never)]
pub fn of_field_of_argument(m: (usize, [usize; 4]), i: usize) -> usize {
    read(&m.1[i])
}
#[inline(never)]
pub fn of_local(i: usize) -> usize {
    let a = array();
    read(&a[i])
}
#[inline(never)]
pub fn of_result(m: &[usize], i: usize) -> usize {
    let k = borrowed(m);
    read(&k[i])
}
#[inline(never)]
pub fn of_unsized(m: &[usize; 2], i: usize) -> usize {
    let k: &[usize] = m;
    read(&k[i])
}
#[inline(never)]
pub fn of_held_reference(m: (&[usize], u8), i: usize) -> usize {
    read(&m.0[i])
}
#[inline(never)]
pub fn of_reference_to_reference(a: &&(usize, usize)) -> usize {
    if let Some(k) = some(&a.1) { *k } else { 3 }
}
#[inline(never)]
pub fn read_twice(m: &[usize], i: usize) -> usize {
    let k = borrowed(m);
    read(&k[i]) + k[i]
}

//~ SIZE 10 read_twice
//~ SIZE 2 array
//~ SIZE 2 borrowed
//~ SIZE 4 of_field_of_argument
//~ SIZE 4 of_reference_to_reference
//~ SIZE 5 of_argument
//~ SIZE 5 of_local
//~ SIZE 7 of_held_reference
//~ SIZE 8 of_unsized
//~ SIZE 9 of_result
