// Matching strings compares with `PartialEq for str`; slices by length and element; constants by value.
const LIMIT: u8 = 9;
const PAIR: (u8, &str) = (1, "one");

fn kind(text: &str) -> u8 {
    match text {
        "a" | "b" => 1,
        _ if text.starts_with("c") => 2,
        _ => 0,
    }
}

fn ends<T: Copy + Default>(xs: &[T]) -> (T, T) {
    match xs {
        [] => (T::default(), T::default()),
        [one] => (*one, *one),
        [first, .., last] => (*first, *last),
    }
}

fn main() {
    kind("a");
    ends(&[1u8, 2, 3]);
    ends(&['x']);
    match (LIMIT, "z") {
        PAIR => kind("p"),
        (LIMIT, _) => kind("l"),
        _ => 0,
    };
    let bytes = b"xyz";
    if let [b'x', rest @ ..] = bytes {
        ends(rest);
    }
}

//~ MONO_ITEM fn ends::<char>
//~ MONO_ITEM fn ends::<u8>
//~ MONO_ITEM fn kind
//~ MONO_ITEM fn main
