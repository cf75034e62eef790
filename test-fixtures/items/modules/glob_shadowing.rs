// An explicit name wins over a glob, a local item over both.
mod a {
    pub fn f<T>() {}
    pub fn g<T>() {}
    pub struct S;
    impl S {
        pub fn make<T>() {}
    }
}

mod b {
    pub fn f<T, U>() {}
    pub fn h<T>() {}
}

use a::*;
use b::f;
use b::*;

fn g<T>(_: T) {}

fn main() {
    f::<u8, u16>();
    g(1i8);
    h::<char>();
    S::make::<bool>();
    {
        use a::g;
        g::<f32>();
        fn h<T>(_: T) {}
        h("local");
    }
}

//~ MONO_ITEM fn a::S::make::<bool>
//~ MONO_ITEM fn a::g::<f32>
//~ MONO_ITEM fn b::f::<u8, u16>
//~ MONO_ITEM fn b::h::<char>
//~ MONO_ITEM fn g::<i8>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::h::<&str>
