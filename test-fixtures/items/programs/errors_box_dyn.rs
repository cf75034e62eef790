// std::error::Error with sources, Box<dyn Error> from user errors and strings through `?`, main returning Result.
use std::error::Error;
use std::fmt;

#[derive(Debug)]
struct Low {
    code: i32,
}

#[derive(Debug)]
enum High {
    Wrapped(Low),
    Text(String),
}

impl fmt::Display for Low {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "code {}", self.code)
    }
}

impl fmt::Display for High {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            High::Wrapped(low) => write!(f, "wrapped: {low}"),
            High::Text(text) => f.write_str(text),
        }
    }
}

impl Error for Low {}

impl Error for High {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            High::Wrapped(low) => Some(low),
            High::Text(_) => None,
        }
    }
}

impl From<Low> for High {
    fn from(low: Low) -> High {
        High::Wrapped(low)
    }
}

fn low(code: i32) -> Result<i32, Low> {
    if code < 0 { Err(Low { code }) } else { Ok(code) }
}

fn high(code: i32) -> Result<i32, High> {
    let n = low(code)?;
    if n > 100 {
        return Err(High::Text(format!("{n} is too much")));
    }
    Ok(n)
}

fn main() -> Result<(), Box<dyn Error>> {
    let n = high(5)?;
    if n == 6 {
        return Err("six".into());
    }
    let parsed: i32 = "7".parse()?;
    if let Err(e) = high(parsed) {
        let mut source = e.source();
        while let Some(inner) = source {
            source = inner.source();
        }
    }
    Ok(())
}

//~ MONO_ITEM fn <High as std::convert::From<Low>>::from
//~ MONO_ITEM fn <High as std::error::Error>::source
//~ MONO_ITEM fn <High as std::fmt::Debug>::fmt
//~ MONO_ITEM fn <High as std::fmt::Display>::fmt
//~ MONO_ITEM fn <Low as std::fmt::Debug>::fmt
//~ MONO_ITEM fn <Low as std::fmt::Display>::fmt
//~ MONO_ITEM fn high
//~ MONO_ITEM fn low
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<High> - shim(Some(High))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn std::error::Error> - shim(Some(dyn std::error::Error))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
