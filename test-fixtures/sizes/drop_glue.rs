//@ crate-type: lib
//@ edition: 2021
// Drop glue where a panic unwinds: what is dropped, and for unwinding what is left of it.
pub struct Destructor(u8);
impl Drop for Destructor {
    fn drop(&mut self) {}
}
pub struct DestructorAndParts(Destructor, u8, Destructor);
impl Drop for DestructorAndParts {
    fn drop(&mut self) {}
}
pub struct OnePart(Destructor, u8);
pub struct ThreeParts(Destructor, Destructor, Destructor);
pub enum OneVariant {
    Only(Destructor, u8),
}
pub enum Variants {
    None,
    One(Destructor),
    Two(u8, Destructor, Destructor),
}
pub enum DestructorOfVariants {
    None,
    One(Destructor),
    Two(u8, Destructor, Destructor),
}
impl Drop for DestructorOfVariants {
    fn drop(&mut self) {}
}
pub enum DestructorOfPlainVariants {
    None,
    One(u8),
}
impl Drop for DestructorOfPlainVariants {
    fn drop(&mut self) {}
}
pub trait Object {}

pub fn structs(_: DestructorAndParts, _: OnePart, _: ThreeParts) {}
pub fn enums(_: OneVariant, _: Variants, _: DestructorOfVariants, _: DestructorOfPlainVariants) {}
pub fn boxes(_: Box<Destructor>, _: Box<[Destructor]>, _: Box<dyn Object>) {}
pub fn others(_: [Destructor; 3], _: (Destructor, Destructor), _: Option<Destructor>) {}
pub fn captures(first: Destructor, second: Destructor) {
    let closure = move || (&first, &second).0.0;
    closure();
}

//~ SIZE 1 <Destructor as std::ops::Drop>::drop
//~ SIZE 1 <DestructorAndParts as std::ops::Drop>::drop
//~ SIZE 1 <DestructorOfPlainVariants as std::ops::Drop>::drop
//~ SIZE 1 <DestructorOfVariants as std::ops::Drop>::drop
//~ SIZE 6 captures::{closure#0}
//~ SIZE 7 boxes
//~ SIZE 7 captures
//~ SIZE 7 others
//~ SIZE 7 structs
//~ SIZE 9 enums
//~ GLUE 15 [Destructor]
//~ GLUE 16 DestructorOfVariants
//~ GLUE 17 [Destructor; 3]
//~ GLUE 2 OnePart
//~ GLUE 2 dyn Object
//~ GLUE 3 Destructor
//~ GLUE 4 OneVariant
//~ GLUE 4 std::option::Option<Destructor>
//~ GLUE 5 (Destructor, Destructor)
//~ GLUE 7 ThreeParts
//~ GLUE 8 DestructorAndParts
//~ GLUE 8 Variants
//~ GLUE 8 std::boxed::Box<Destructor>
//~ GLUE 8 std::boxed::Box<[Destructor]>
//~ GLUE 8 std::boxed::Box<dyn Object>
//~ GLUE 9 DestructorOfPlainVariants
