// A byte string in a pattern is the slice, or array, of its bytes: they are compared one by one.
fn of_slice(d: &[u8]) -> u8 {
    match d {
        b"GIF87a" => 1,
        b"GIF89a" => 2,
        b"" => 3,
        _ => 4,
    }
}

fn of_array(d: &[u8; 3]) -> u8 {
    match d {
        b"87a" => 1,
        b"89a" => 2,
        _ => 3,
    }
}

fn in_tuple(d: (&[u8], bool)) -> u8 {
    match d {
        (b"ab", true) => 1,
        (b"a\xff", _) => 2,
        (_, false) => 3,
        _ => 4,
    }
}

fn main() {
    of_slice(b"x");
    of_array(b"abc");
    in_tuple((b"a", true));
}

//~ SIZE 10 main
//~ SIZE 11 of_array
//~ SIZE 22 of_slice
//~ SIZE 24 in_tuple
