// Where a closure stands of which a macro made a part: `|…|` if the macro made all of that or nothing, else the closure.
macro_rules! returning {
    ($b:block) => {
        move || -> u8 { $b }
    };
}

macro_rules! with_parameter {
    ($x:ident, $b:block) => {
        |$x: u8| $b
    };
}

macro_rules! second_bar {
    ($a:tt $x:ident $c:expr) => {
        take($a $x: u8 | $c)
    };
}

fn take<T>(_: T) {}

fn main() {
    take(returning!({ 1 }));
    take(with_parameter!(y, { y }));
    second_bar!(| y y + 1);
    take(|x: u8| returning!({ 2 })() + x);
}

//~ MONO_ITEM fn main
//~ MONO_ITEM fn take::<{closure@headers_from_macros.rs:10:9: 10:17}>
//~ MONO_ITEM fn take::<{closure@headers_from_macros.rs:25:17: 25:26}>
//~ MONO_ITEM fn take::<{closure@headers_from_macros.rs:26:10: 26:17}>
//~ MONO_ITEM fn take::<{closure@headers_from_macros.rs:4:9: 4:22}>
