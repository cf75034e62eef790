// A zero before a width is the flag, but for `0$`.
fn show<T: std::fmt::Display>(value: T, prec: usize) -> usize {
    format!("{:0prec$} {1:0$}", 7usize, value).len() + format!("{value:01$} {0:>0prec$.prec$}", 1.5f32, prec).len()
}

fn main() {
    show(1u64, 3);
}

//~ MONO_ITEM fn main
//~ MONO_ITEM fn show::<u64>
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
