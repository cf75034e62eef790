//@ aux: projected.rs
extern crate projected;
use projected::Describe;

fn main() {
    let mut cell = projected::Cell(1u16);
    cell.project().get();
    cell.describe();
    let object: &dyn Describe = &cell;
    object.describe();
}

//~ MONO_ITEM fn main
//~ MONO_ITEM fn projected::_::<impl projected::Cell<u16>>::project
//~ MONO_ITEM fn projected::_::<impl projected::Describe for projected::Cell<u16>>::describe
//~ MONO_ITEM fn projected::_::Projection::<'_, u16>::get
//~ MONO_ITEM fn projected::id::<u16>
//~ MONO_ITEM fn projected::id::<u8>
