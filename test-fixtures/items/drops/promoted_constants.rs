// A borrowed constant is dropped unless its value, whatever its type says, needs no drop: then it is promoted.
use std::cell::Cell;

struct Noisy(u8);

impl Drop for Noisy {
    fn drop(&mut self) {}
}

enum Piece {
    Text(&'static str),
    Owned(Noisy),
}

const PLAIN: [Piece; 1] = [Piece::Text(" ")];
const MADE: [Piece; 2] = [Piece::Text(" "), Piece::Owned(Noisy(1))];
const NOTHING: Option<Box<u8>> = None;
const OF_ANOTHER: (Option<Box<u8>>, u16) = (NOTHING, 2);
const CELL: Option<Cell<Noisy>> = None;
const CALLED: Result<Noisy, Vec<u8>> = Err(Vec::new());

trait Declares {
    const DEFAULT: Option<Vec<u16>> = None;
    fn look(&self) -> bool {
        (&Self::DEFAULT).is_some()
    }
}

impl Declares for u8 {}

struct Generic<T>(T);

impl<T> Generic<T> {
    const EMPTY: Option<(T, Vec<u32>)> = None;
    fn look() -> bool {
        (&Self::EMPTY).is_none()
    }
}

fn count<T>(values: &[T]) -> usize {
    values.len()
}

fn forever() -> &'static Option<Box<u8>> {
    &NOTHING
}

fn main() {
    count(&PLAIN);
    count(&MADE);
    (&OF_ANOTHER).0.is_some();
    (&CELL).is_some();
    (&CALLED).is_err();
    1u8.look();
    Generic::<String>::look();
    forever();
}

//~ MONO_ITEM fn <Noisy as std::ops::Drop>::drop
//~ MONO_ITEM fn <u8 as Declares>::look
//~ MONO_ITEM fn Generic::<std::string::String>::look
//~ MONO_ITEM fn count::<Piece>
//~ MONO_ITEM fn forever
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<Noisy> - shim(Some(Noisy))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Piece> - shim(Some(Piece))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[Piece; 2]> - shim(Some([Piece; 2]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::vec::Vec<u16>>> - shim(Some(std::option::Option<std::vec::Vec<u16>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::result::Result<Noisy, std::vec::Vec<u8>>> - shim(Some(std::result::Result<Noisy, std::vec::Vec<u8>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u16>> - shim(Some(std::vec::Vec<u16>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
