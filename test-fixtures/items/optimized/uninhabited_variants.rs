//@ compile-flags: -Copt-level=3
// A variant that cannot be is ruled out after inlining, not while patterns are built: the discriminant is read first, and
// what follows for it is assumed.
enum Never {}
#[inline]
fn sure(x: Result<u32, Never>) -> u32 {
    let Ok(n) = x;
    n
}
fn forward(x: Result<Result<u32, Never>, u8>) -> u32 {
    match x {
        Ok(inner) => sure(inner),
        Err(e) => other(e),
    }
}
#[inline(never)]
fn other(e: u8) -> u32 {
    e as u32
}
fn generic<T: Into2>(x: T) -> u32 {
    x.get() + x.get()
}
trait Into2 {
    fn get(&self) -> u32;
}
impl Into2 for u8 {
    fn get(&self) -> u32 {
        *self as u32
    }
}
fn main() {
    let n = forward(Ok(Ok(3))) + forward(Err(4)) + generic(5u8);
    other(n as u8);
}

//~ MONO_ITEM fn <u8 as Into2>::get
//~ MONO_ITEM fn forward
//~ MONO_ITEM fn generic::<u8>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn other
