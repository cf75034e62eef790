//@ crate-type: rlib
//@ aux: base.rs
pub fn number() -> u8 {
    base::make(1u8).get()
}
