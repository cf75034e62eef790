// An empty array, and others, as the value of a loop.

fn each<T>(items: std::slice::Iter<'_, T>) -> usize {
    items.len()
}

fn choose(n: usize, words: &[u16]) -> usize {
    let found = loop {
        match n {
            0 => break [].iter(),
            1 => break words.iter(),
            _ => break [1u16, 2].iter(),
        }
    };
    each(found)
}

fn main() {
    choose(1, &[3]);
    let empty: [u8; 0] = loop { break [] };
    each(empty.iter());
}

//~ MONO_ITEM fn choose
//~ MONO_ITEM fn each::<u16>
//~ MONO_ITEM fn each::<u8>
//~ MONO_ITEM fn main
