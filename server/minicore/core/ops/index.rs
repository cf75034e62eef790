//! Indexing in shared and in mutable places.

#[lang = "index"]
pub trait Index<Idx: ?Sized> {
    type Output: ?Sized;

    #[track_caller]
    fn index(&self, index: Idx) -> &Self::Output;
}

#[lang = "index_mut"]
pub trait IndexMut<Idx: ?Sized>: Index<Idx> {
    #[track_caller]
    fn index_mut(&mut self, index: Idx) -> &mut Self::Output;
}
