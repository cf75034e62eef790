// A module file that is part of the fixture `module_files`.
pub fn count() -> u32 {
    crate::own()
}

pub struct Piece<'a>(pub &'a str);

impl Piece<'_> {
    pub(super) fn never(&self) {}

    pub fn size(&self) -> usize {
        self.0.len()
    }
}
