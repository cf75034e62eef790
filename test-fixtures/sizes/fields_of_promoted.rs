//@ compile-flags: -Copt-level=3
//@ crate-type: lib
// A number in a named constant that is borrowed is known, and compared with like one that is written.
#[derive(Clone, Copy)]
pub struct Tag(u8);

impl Tag {
    const DELETED: Tag = Tag(0b1000_0000);
    const NESTED: (Tag, u16) = (Tag(3), 4);
}

#[inline]
fn same(a: &Tag, b: &Tag) -> bool {
    a.0 == b.0
}

#[inline]
fn same_nested(a: &Tag, b: &(Tag, u16)) -> bool {
    a.0 == b.0.0
}

#[inline(never)]
pub fn is_deleted(tags: &[Tag], at: &Tag) -> u8 {
    if same(at, &Tag::DELETED) { tags[0].0 } else { at.0 }
}

#[inline(never)]
pub fn is_nested(tags: &[Tag], at: &Tag) -> u8 {
    if same_nested(at, &Tag::NESTED) { tags[0].0 } else { at.0 }
}

//~ SIZE 9 is_deleted
//~ SIZE 9 is_nested
