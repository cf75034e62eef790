// Functions that macros declare side by side in a block, called in parentheses: each is in sight of the others.
fn none(_: u8) -> bool {
    false
}

fn special(_: u8) -> bool {
    false
}

macro_rules! body {
    ($x:ident = [$rest:ident] - $($value:tt)+) => { match $x { $($value => false,)+ x => $rest(x) } };
    ($x:ident = $($value:tt)+) => { match $x { $($value => true,)+ x => none(x) } };
}

macro_rules! declare {
    ($name:ident = $($values:tt)+) => {
        fn $name(x: u8) -> bool {
            body!(x = $($values)+)
        }
    };
}

macro_rules! constant {
    ($name:ident, $ty:ty) => {
        struct $name($ty);
        impl $name {
            fn value(&self) -> $ty {
                self.0
            }
        }
    };
}

fn choose(x: u8) -> bool {
    match x {
        1 => {
            declare!(first = 1);
            declare!(second = 2 3);
            declare!(third = [special] - 4 5);
            [1, 2].iter().any(|&x| first(x) || second(x) || third(x))
        }
        _ => {
            declare!(left = 7 8);
            println!("{}", x);
            declare!(right = [left] - 8);
            constant!(One, u8);
            constant!(Two, u16);
            left(One(1).value()) && right(Two(2).value() as u8)
        }
    }
}

fn main() {
    choose(1);
}

//~ MONO_ITEM fn choose
//~ MONO_ITEM fn choose::One::value
//~ MONO_ITEM fn choose::Two::value
//~ MONO_ITEM fn choose::first
//~ MONO_ITEM fn choose::left
//~ MONO_ITEM fn choose::right
//~ MONO_ITEM fn choose::second
//~ MONO_ITEM fn choose::third
//~ MONO_ITEM fn choose::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn none
//~ MONO_ITEM fn special
