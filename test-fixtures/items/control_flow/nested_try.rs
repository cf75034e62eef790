// Question marks in nested closures and blocks, with conversions of the error.
#[derive(Debug)]
enum E {
    Num(std::num::ParseIntError),
    Neg(i64),
}
impl From<std::num::ParseIntError> for E {
    fn from(e: std::num::ParseIntError) -> E {
        E::Num(e)
    }
}
impl From<i64> for E {
    fn from(n: i64) -> E {
        E::Neg(n)
    }
}
fn check(n: i64) -> Result<i64, i64> {
    if n < 0 { Err(n) } else { Ok(n) }
}
fn sum(s: &str) -> Result<i64, E> {
    let one = |t: &str| -> Result<i64, E> { Ok(check(t.parse()?)?) };
    let mut total = 0;
    for t in s.split(',') {
        total += one(t)?;
    }
    Ok(total)
}
fn first(v: &[&str]) -> Option<i64> {
    let n = v.first().and_then(|s| sum(s).ok())?;
    Some(n + 1)
}
fn main() {
    first(&["1"]);
    let _ = sum("1,-2");
}

//~ MONO_ITEM fn <E as std::convert::From<i64>>::from
//~ MONO_ITEM fn <E as std::convert::From<std::num::ParseIntError>>::from
//~ MONO_ITEM fn check
//~ MONO_ITEM fn first
//~ MONO_ITEM fn first::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn sum
//~ MONO_ITEM fn sum::{closure#0}
