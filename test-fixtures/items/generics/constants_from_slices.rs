// Const arguments that come of slices and strings: lengths, elements, what a loop over them finds.
struct R<const N: usize>;

impl<const N: usize> R<N> {
    fn get(&self) {}
}

const ARRAY: [usize; 3] = [11, 12, 13];
const TABLE: &[(&str, usize)] = &[("one", 21), ("two", 22)];
const NAME: &str = "näme";

const fn sum(xs: &[usize]) -> usize {
    let mut i = 0;
    let mut sum = 0;
    while i < xs.len() {
        sum += xs[i];
        i += 1;
    }
    sum
}

const fn longest(names: &[&str]) -> usize {
    let mut i = 0;
    let mut longest = 0;
    while i < names.len() {
        if names[i].len() > longest {
            longest = names[i].len();
        }
        i += 1;
    }
    longest
}

const fn count(text: &str, byte: u8) -> usize {
    let bytes = text.as_bytes();
    let mut i = 0;
    let mut count = 0;
    while i < bytes.len() {
        if bytes[i] == byte {
            count += 1;
        }
        i += 1;
    }
    count
}

const fn number(name: &str) -> usize {
    match name.as_bytes() {
        [b'o', _, b'e'] => 31,
        [b't', rest @ ..] => rest.len() + 30,
        _ => 33,
    }
}

fn main() {
    R::<{ ARRAY[2] }>.get();
    R::<{ ARRAY.len() }>.get();
    R::<{ sum(&ARRAY) }>.get();
    R::<{ TABLE[1].1 }>.get();
    R::<{ TABLE.len() }>.get();
    R::<{ NAME.len() }>.get();
    R::<{ longest(&["a", TABLE[0].0, "seven77"]) }>.get();
    R::<{ count("0 0 0 0 0 0 0 0 0", b'0') }>.get();
    R::<{ number(TABLE[1].0) }>.get();
    R::<{ number("") }>.get();
    R::<{ "".is_empty() as usize }>.get();
}

//~ MONO_ITEM fn R::<13>::get
//~ MONO_ITEM fn R::<1>::get
//~ MONO_ITEM fn R::<22>::get
//~ MONO_ITEM fn R::<2>::get
//~ MONO_ITEM fn R::<32>::get
//~ MONO_ITEM fn R::<33>::get
//~ MONO_ITEM fn R::<36>::get
//~ MONO_ITEM fn R::<3>::get
//~ MONO_ITEM fn R::<5>::get
//~ MONO_ITEM fn R::<7>::get
//~ MONO_ITEM fn R::<9>::get
//~ MONO_ITEM fn main
