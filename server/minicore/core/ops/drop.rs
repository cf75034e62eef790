//! The destructor trait. Drop glue calls it, never user code.

#[lang = "drop"]
pub trait Drop {
    fn drop(&mut self);
}
