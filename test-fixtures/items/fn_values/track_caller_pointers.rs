// Pointers to functions that ask for their caller go through shims; calls do not.
use std::panic::Location;
#[track_caller]
fn here() -> u32 {
    Location::caller().line()
}
trait At {
    #[track_caller]
    fn at(&self) -> u32;
    fn plain(&self) -> u32;
}
struct S;
impl At for S {
    fn at(&self) -> u32 {
        here()
    }
    #[track_caller]
    fn plain(&self) -> u32 {
        here()
    }
}
#[track_caller]
fn make<T: Default>(n: u8) -> T {
    let _ = (n, here());
    T::default()
}
fn run(f: fn() -> u32) -> u32 {
    f()
}
fn map<T>(f: impl Fn(u8) -> T) -> T {
    f(1)
}
fn main() {
    here();
    run(here);
    map(make::<u16>);
    let d: &dyn At = &S;
    d.at();
    d.plain();
    let p: fn(u8) -> String = make;
    p(1);
    S.at();
}

//~ MONO_ITEM fn <S as At>::at
//~ MONO_ITEM fn <S as At>::plain - shim(reify)
//~ MONO_ITEM fn <S as At>::plain
//~ MONO_ITEM fn <fn(u8) -> u16 {make::<u16>} as std::ops::Fn<(u8,)>>::call - shim(fn(u8) -> u16 {make::<u16>})
//~ MONO_ITEM fn here - shim(reify)
//~ MONO_ITEM fn here
//~ MONO_ITEM fn main
//~ MONO_ITEM fn make::<std::string::String> - shim(reify)
//~ MONO_ITEM fn make::<std::string::String>
//~ MONO_ITEM fn make::<u16>
//~ MONO_ITEM fn map::<u16, fn(u8) -> u16 {make::<u16>}>
//~ MONO_ITEM fn run
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
