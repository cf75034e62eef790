//@ compile-flags: -Zcrate-attr=feature(decl_macro)
// Names in a `macro` mean what they mean where it is defined.
mod inside {
    pub fn helper<T>(t: T) -> T {
        t
    }
    pub struct Hidden(u8);
    impl Hidden {
        pub const fn new() -> Hidden {
            Hidden(1)
        }
        pub fn get(&self) -> u8 {
            self.0
        }
    }
    pub macro call($e:expr) {{
        fn local() -> u8 {
            4
        }
        helper($e) + helper(local())
    }}
    pub macro twice($e:expr) {
        call!($e) + helper(2u8)
    }
}
fn main() {
    use inside::{call, twice};
    let x = call!(3u8);
    let y = twice!(x);
    assert_eq!(y, inside::Hidden::new().get());
}

//~ MONO_ITEM fn inside::Hidden::get
//~ MONO_ITEM fn inside::Hidden::new
//~ MONO_ITEM fn inside::helper::<u8>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::local
