// Macro calls in the place of a format string are expanded before it is read.
macro_rules! list {
    () => {
        "one
        two"
    };
}

macro_rules! template {
    ($end:expr) => {
        concat!("{} {:?}", $end)
    };
}

macro_rules! number {
    () => {
        7
    };
}

mod inner {
    #[macro_export]
    macro_rules! exported {
        () => {
            "{}"
        };
    }
}

struct A;
impl std::fmt::Display for A {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}
#[derive(Debug)]
struct B;
impl std::fmt::Display for B {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}
#[derive(Debug)]
struct C;

fn main() {
    let _ = format!(concat!("a", list!(), number!(), "{}"), A);
    let _ = format!(template!("!"), B, C);
    let _ = format!(crate::exported!(), 1u8);
    let _: &str = concat!(list!(), 'c');
}

//~ MONO_ITEM fn <A as std::fmt::Display>::fmt
//~ MONO_ITEM fn <B as std::fmt::Display>::fmt
//~ MONO_ITEM fn <C as std::fmt::Debug>::fmt
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
