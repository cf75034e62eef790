// Macros of the program around std's: asserts, formats, matches, concat and stringify, line and module_path, vec in vec.
macro_rules! ensure {
    ($cond:expr, $($fmt:tt)+) => {
        if !$cond {
            return Err(format!($($fmt)+));
        }
    };
}

macro_rules! hash_of {
    ($($key:ident = $value:expr),* $(,)?) => {{
        let mut pairs = Vec::new();
        $(pairs.push((stringify!($key), boxed($value)));)*
        pairs
    }};
}

macro_rules! tests {
    ($($name:ident: $check:expr => $want:expr,)*) => {
        $(
            fn $name() {
                let got = $check;
                assert_eq!(got, $want, concat!("in ", stringify!($name), ": {:?}"), got);
            }
        )*

        fn run_all() -> usize {
            let all: &[fn()] = &[$($name),*];
            for test in all {
                test();
            }
            all.len()
        }
    };
}

fn boxed<T: std::fmt::Display>(t: T) -> String {
    t.to_string()
}

fn check(n: i32) -> Result<i32, String> {
    ensure!(n > 0, "{n} at {}", line!());
    ensure!(n < 100, "too much in {}", module_path!());
    Ok(n)
}

fn classify(n: Option<u8>) -> bool {
    matches!(n, Some(1..=9) if n != Some(5))
}

tests! {
    positive: check(1) => Ok(1),
    single: classify(Some(3)) => true,
}

fn main() {
    run_all();
    let pairs = hash_of! { a = 1, b = "two", };
    let _ = pairs.len();
    let nested = vec![vec![pairs[0].0; 2], vec![concat!("x", 1, true)]];
    let _ = nested[1][0].len();
    debug_assert!(check(3).is_ok(), "{}", boxed('c'));
}

//~ MONO_ITEM fn boxed::<&str>
//~ MONO_ITEM fn boxed::<char>
//~ MONO_ITEM fn boxed::<i32>
//~ MONO_ITEM fn check
//~ MONO_ITEM fn classify
//~ MONO_ITEM fn main
//~ MONO_ITEM fn positive
//~ MONO_ITEM fn run_all
//~ MONO_ITEM fn single
//~ MONO_ITEM fn std::ptr::drop_in_place::<(&str, std::string::String)> - shim(Some((&str, std::string::String)))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[(&str, std::string::String)]> - shim(Some([(&str, std::string::String)]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::vec::Vec<&str>]> - shim(Some([std::vec::Vec<&str>]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<std::mem::MaybeUninit<[std::vec::Vec<&str>; 2]>>> - shim(Some(std::boxed::Box<std::mem::MaybeUninit<[std::vec::Vec<&str>; 2]>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::result::Result<i32, std::string::String>> - shim(Some(std::result::Result<i32, std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<&str>> - shim(Some(std::vec::Vec<&str>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<(&str, std::string::String)>> - shim(Some(std::vec::Vec<(&str, std::string::String)>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<std::vec::Vec<&str>>> - shim(Some(std::vec::Vec<std::vec::Vec<&str>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
