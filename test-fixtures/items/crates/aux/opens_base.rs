//@ crate-type: rlib
//@ aux: base.rs
pub extern crate base;

pub struct Other<T>(pub T);

impl<T> Other<T> {
    pub fn new(value: T) -> Self {
        Other(value)
    }
}
