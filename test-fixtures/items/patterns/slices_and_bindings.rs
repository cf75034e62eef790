// Slice patterns with rests, bindings and guards.
fn sum(v: &[i32]) -> i32 {
    match v {
        [] => 0,
        [x] => *x,
        [a, .., b] if a == b => *a,
        [first, rest @ ..] => first + sum(rest),
    }
}
fn own(v: [String; 3]) -> String {
    let [a, _, c] = v;
    a + &c
}
fn two<T: Clone>(v: &[T]) -> Option<(T, T)> {
    let [a, b, ..] = v else { return None };
    Some((a.clone(), b.clone()))
}
fn main() {
    sum(&[1, 2]);
    two(&["x"]);
    two(&[1u8]);
    own([String::new(), String::new(), String::new()]);
}

//~ MONO_ITEM fn main
//~ MONO_ITEM fn own
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::string::String; 1]> - shim(Some([std::string::String; 1]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn sum
//~ MONO_ITEM fn two::<&str>
//~ MONO_ITEM fn two::<u8>
