// Formatting traits of one argument under several names, with computed widths.
use std::fmt;
struct H(u32);
impl fmt::LowerHex for H {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::LowerHex::fmt(&self.0, f)
    }
}
impl fmt::Binary for H {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad_integral(true, "", "1")
    }
}
#[derive(Debug)]
struct P<T> {
    x: T,
    y: Option<T>,
}
fn main() {
    let (w, n, h) = (3, 1.5, H(1));
    let s = format!("{n:>w$.2}{0:x}{0:#b}{1:?}{1:#?}{name:^1$}", h, 7usize, name = "q");
    let p = P { x: 1u8, y: None };
    print!("{p:?}{s}{:>1$}", 'c', w);
    let a = format_args!("{}", 3).to_string();
    assert!(a.len() == 1, "{a} {:e}", n);
}

//~ MONO_ITEM fn <H as std::fmt::Binary>::fmt
//~ MONO_ITEM fn <H as std::fmt::LowerHex>::fmt
//~ MONO_ITEM fn <P<u8> as std::fmt::Debug>::fmt
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
