// One copy a list of type arguments: explicit, inferred from arguments, from the expected type, and by recursion.
fn id<T>(t: T) -> T {
    t
}

fn pair<A, B>(a: A, b: B) -> (A, B) {
    (id(a), id(b))
}

fn swap<A, B>((a, b): (A, B)) -> (B, A) {
    pair(b, a)
}

fn make<T: Default>() -> T {
    T::default()
}

fn countdown<T: Copy>(n: u32, t: T) -> T {
    if n == 0 {
        t
    } else {
        countdown(n - 1, t)
    }
}

fn even(n: u32) -> bool {
    n == 0 || odd(n - 1)
}

fn odd(n: u32) -> bool {
    n != 0 && even(n - 1)
}

fn unused<T>(_: T) {}

#[allow(dead_code)]
fn never() {
    unused("never");
}

fn main() {
    let (s, n) = swap(pair(1u8, "text"));
    let _ = id::<&str>(s);
    let _ = id(n);
    let _: i64 = make();
    let _ = countdown(3, 'c') == countdown(4, make());
    even(10);
}

//~ MONO_ITEM fn countdown::<char>
//~ MONO_ITEM fn even
//~ MONO_ITEM fn id::<&str>
//~ MONO_ITEM fn id::<u8>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn make::<char>
//~ MONO_ITEM fn make::<i64>
//~ MONO_ITEM fn odd
//~ MONO_ITEM fn pair::<&str, u8>
//~ MONO_ITEM fn pair::<u8, &str>
//~ MONO_ITEM fn swap::<u8, &str>
