// Combinators of Option and Result with closures, function items and methods as arguments.
#[derive(Debug)]
struct Error(String);

impl From<std::num::ParseIntError> for Error {
    fn from(e: std::num::ParseIntError) -> Self {
        Error(e.to_string())
    }
}

fn parse(text: &str) -> Result<i32, Error> {
    Ok(text.trim().parse::<i32>()?)
}

fn half(n: i32) -> Option<i32> {
    if n % 2 == 0 { Some(n / 2) } else { None }
}

fn fallback() -> i32 {
    -1
}

struct Config {
    name: Option<String>,
    port: Option<u16>,
}

impl Config {
    fn name(&self) -> &str {
        self.name.as_deref().unwrap_or("none")
    }
    fn port(&self) -> u16 {
        self.port.unwrap_or_default()
    }
}

fn main() {
    let n = parse("12").map(|n| n + 1).unwrap_or_else(|e| e.0.len() as i32);
    let _ = Some(n).and_then(half).unwrap_or_else(fallback);
    let _ = half(3).map_or(0, |n| n * 2) + half(4).map_or_else(fallback, |n| n);
    let _ = half(8).filter(|n| *n > 3).or_else(|| half(2)).is_some_and(|n| n > 1);
    let _ = parse("x").map_err(|e| e.0).err();
    let _ = parse("1").and_then(|n| half(n).ok_or_else(|| Error("odd".into())));
    let config = Config { name: Some("x".to_owned()), port: None };
    let _ = config.name().len() as u16 + config.port();
    let all: Result<Vec<i32>, Error> = ["1", "2"].iter().map(|s| parse(s)).collect();
    let _ = all.unwrap_or_default();
    let sum: Option<i32> = [Some(1), None].into_iter().sum();
    let _ = sum.xor(Some(2)).zip(Some('c')).map(|(n, c)| (c, n));
    let mut slot = None;
    slot.get_or_insert_with(|| 5u8);
    let _ = slot.take().into_iter().count();
    let _ = Some(3).map(i32::is_positive);
}

//~ MONO_ITEM fn <Error as std::convert::From<std::num::ParseIntError>>::from
//~ MONO_ITEM fn <fn() -> i32 {fallback} as std::ops::FnOnce<()>>::call_once - shim(fn() -> i32 {fallback})
//~ MONO_ITEM fn <fn(i32) -> std::option::Option<i32> {half} as std::ops::FnOnce<(i32,)>>::call_once - shim(fn(i32) -> std::option::Option<i32> {half})
//~ MONO_ITEM fn Config::name
//~ MONO_ITEM fn Config::port
//~ MONO_ITEM fn fallback
//~ MONO_ITEM fn half
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#10}
//~ MONO_ITEM fn main::{closure#11}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn main::{closure#2}
//~ MONO_ITEM fn main::{closure#3}
//~ MONO_ITEM fn main::{closure#4}
//~ MONO_ITEM fn main::{closure#5}
//~ MONO_ITEM fn main::{closure#6}
//~ MONO_ITEM fn main::{closure#7}
//~ MONO_ITEM fn main::{closure#8}
//~ MONO_ITEM fn main::{closure#8}::{closure#0}
//~ MONO_ITEM fn main::{closure#9}
//~ MONO_ITEM fn parse
//~ MONO_ITEM fn std::ptr::drop_in_place::<Config> - shim(Some(Config))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Error> - shim(Some(Error))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::string::String>> - shim(Some(std::option::Option<std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::result::Result<i32, Error>> - shim(Some(std::result::Result<i32, Error>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<i32>> - shim(Some(std::vec::Vec<i32>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
