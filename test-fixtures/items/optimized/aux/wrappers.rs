//@ crate-type: rlib
//@ compile-flags: -Copt-level=3
pub struct Wrap<T>(pub T);
pub struct Number(pub u8);
pub enum Either<T> {
    Left(T),
    Right,
}

#[inline]
pub fn wrapped<T>(value: Option<T>) -> Option<Wrap<T>> {
    value.map(Wrap)
}
