// A macro that makes a type.
macro_rules! tuple_ty {
    ($($t:ty),+) => { ($($t,)+) };
}

fn take<T>(_: T) {}

fn main() {
    let t: tuple_ty!(u8, char) = (1, 'a');
    take(t);
}

//~ MONO_ITEM fn main
//~ MONO_ITEM fn take::<(u8, char)>
