// Functions of one name in modules, blocks and impls are told apart.
mod a {
    pub fn f<T>(t: T) -> T {
        t
    }
    pub mod f {
        pub fn f() -> u8 {
            super::f(1)
        }
    }
    pub struct S;
    impl S {
        pub fn f(&self) -> u8 {
            f(2);
            f::f()
        }
    }
}
use a::f;
fn main() {
    f(3u16);
    a::f::f();
    a::S.f();
    {
        fn f() -> u8 {
            1
        }
        f();
        {
            fn f<T>(_: T) {}
            f('c');
        }
    }
    use a::f as g;
    g("x");
}

//~ MONO_ITEM fn a::S::f
//~ MONO_ITEM fn a::f::<&str>
//~ MONO_ITEM fn a::f::<i32>
//~ MONO_ITEM fn a::f::<u16>
//~ MONO_ITEM fn a::f::<u8>
//~ MONO_ITEM fn a::f::f
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::f
//~ MONO_ITEM fn main::f::<char>
