//@ edition: 2024
// `if let … && let …`: each step only where those before it matched.
fn first<T: Clone>(xs: &[T]) -> Option<T> {
    xs.first().cloned()
}

fn parse<T: std::str::FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}

fn main() {
    let words = ["7", "x"];
    if let Some(word) = first(&words)
        && let Some(n) = parse::<u8>(word)
        && n > 3
    {
        first(&[n]);
    } else {
        first(&[1.5f32]);
    }
}

//~ MONO_ITEM fn first::<&str>
//~ MONO_ITEM fn first::<f32>
//~ MONO_ITEM fn first::<u8>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn parse::<u8>
