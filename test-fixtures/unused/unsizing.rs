// Unsizing a value of a parameter's type uses it; unsizing something else does not.
trait Speak {
    fn speak(&self) -> u8;
}

impl Speak for u8 {
    fn speak(&self) -> u8 {
        *self
    }
}

fn to_dyn<T: Speak>(t: &T) -> u8 {
    let object: &dyn Speak = t;
    object.speak()
}

fn to_slice<T>() -> usize {
    let slice: &[u8] = &[1, 2];
    slice.len()
}

fn generic_slice<T>(items: &[T; 2]) -> usize {
    let slice: &[T] = items;
    slice.len()
}

fn other_dyn<T>() -> u8 {
    let object: &dyn Speak = &3u8;
    object.speak()
}

fn main() {
    to_dyn(&1u8);
    to_slice::<u8>();
    generic_slice(&['a', 'b']);
    other_dyn::<u8>();
    other_dyn::<u16>();
}

//~ UNUSED 17:4 fn to_slice: T
//~ UNUSED 27:4 fn other_dyn: T
//~ POLY_ITEM fn <u8 as Speak>::speak
//~ POLY_ITEM fn generic_slice::<char>
//~ POLY_ITEM fn main
//~ POLY_ITEM fn other_dyn::<T>
//~ POLY_ITEM fn to_dyn::<u8>
//~ POLY_ITEM fn to_slice::<T>
