// An expression of type `!` takes the type that its place asks for.
fn unwrap_or_exit<T>(x: Option<T>) -> T {
    match x {
        Some(x) => x,
        None => std::process::exit(1),
    }
}

fn show<T>(_: T) {}

fn main() {
    unwrap_or_exit(Some(1u8));
    let n = if std::env::args().count() > 9 { return } else { 5i16 };
    show(n);
    let m = loop {
        break 'c';
    };
    show(m);
}

//~ MONO_ITEM fn main
//~ MONO_ITEM fn show::<char>
//~ MONO_ITEM fn show::<i16>
//~ MONO_ITEM fn unwrap_or_exit::<u8>
