//@ crate-type: lib
//@ edition: 2021
//@ compile-flags: -Cpanic=abort
// Drop glue where a panic ends the program: only what is dropped.
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
//~ SIZE 4 boxes
//~ SIZE 4 others
//~ SIZE 4 structs
//~ SIZE 5 captures
//~ SIZE 5 enums
//~ SIZE 6 captures::{closure#0}
//~ GLUE 11 [Destructor; 3]
//~ GLUE 2 OnePart
//~ GLUE 2 dyn Object
//~ GLUE 3 (Destructor, Destructor)
//~ GLUE 3 Destructor
//~ GLUE 4 OneVariant
//~ GLUE 4 ThreeParts
//~ GLUE 4 std::option::Option<Destructor>
//~ GLUE 5 DestructorAndParts
//~ GLUE 5 DestructorOfPlainVariants
//~ GLUE 5 std::boxed::Box<Destructor>
//~ GLUE 5 std::boxed::Box<[Destructor]>
//~ GLUE 5 std::boxed::Box<dyn Object>
//~ GLUE 6 Variants
//~ GLUE 8 DestructorOfVariants
//~ GLUE 9 [Destructor]
