// The length of what `include_bytes!` reads is the file's, which need be no text.
fn length<T, const N: usize>(_: &[T; N]) -> usize {
    N
}

fn main() {
    length(include_bytes!("aux/bytes.bin"));
}

//~ MONO_ITEM fn length::<u8, 11>
//~ MONO_ITEM fn main
