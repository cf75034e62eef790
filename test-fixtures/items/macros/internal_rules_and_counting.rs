// Internal rules, counting and recursion over separated lists.
macro_rules! hash { (@unit $($x:tt)*) => { () }; (@count $($e:expr),*) => { <[()]>::len(&[$(hash!(@unit $e)),*]) }; ($($k:expr => $v:expr),* $(,)?) => {{ let mut m = Vec::with_capacity(hash!(@count $($k),*)); $(m.push(pair($k, $v));)* m }}; }
fn pair<K, V>(k: K, v: V) -> (K, V) {
    (k, v)
}
macro_rules! max { ($x:expr) => { $x }; ($x:expr, $($r:expr),+) => {{ let (a, b) = ($x, max!($($r),+)); if a > b { a } else { b } }}; }
macro_rules! each { ($($f:ident : $t:ty = $e:expr;)*) => { $(fn $f() -> $t { each!(@wrap $e) })* }; (@wrap $e:expr) => { $e.into() }; }
each! { small: u16 = 1u8; text: String = "x"; }
fn main() {
    hash! { 1u8 => "a", 2 => "b" };
    max!(1, 2.max(3), 4);
    small();
    text();
}

//~ MONO_ITEM fn main
//~ MONO_ITEM fn pair::<u8, &str>
//~ MONO_ITEM fn small
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<(u8, &str)>> - shim(Some(std::vec::Vec<(u8, &str)>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn text
