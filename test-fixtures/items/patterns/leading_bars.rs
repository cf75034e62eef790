// A bar before the first alternative of a pattern changes nothing, even where it is the only one.
fn reached<const N: u8>() -> u8 {
    N
}

fn words(word: &str) -> u8 {
    match word {
        | "a" => return reached::<1>(),
        | "b" => return reached::<2>(),
        | "c" | "d" => return reached::<3>(),
        _ => (),
    }
    reached::<4>()
}

fn options(option: Option<Option<u8>>) -> u8 {
    match option {
        | Some(| Some(n)) => reached::<5>() + n,
        | Some(None) | None => reached::<6>(),
    }
}

fn main() {
    words("e");
    options(None);
    let (| [a, b]) = [1u8, 2];
    if let | Some(c) | Some(c) = a.checked_add(b) {
        reached::<7>();
        words(if c == 0 { "a" } else { "b" });
    }
}

//~ MONO_ITEM fn main
//~ MONO_ITEM fn options
//~ MONO_ITEM fn reached::<1>
//~ MONO_ITEM fn reached::<2>
//~ MONO_ITEM fn reached::<3>
//~ MONO_ITEM fn reached::<4>
//~ MONO_ITEM fn reached::<5>
//~ MONO_ITEM fn reached::<6>
//~ MONO_ITEM fn reached::<7>
//~ MONO_ITEM fn words
