// `?` converts with `From`; `Box<dyn Error>` takes anything.
use std::error::Error;
use std::fmt;
use std::num::ParseIntError;

#[derive(Debug)]
enum AppError {
    Parse(ParseIntError),
    Empty,
}

impl fmt::Display for AppError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AppError::Parse(e) => write!(f, "parse: {e}"),
            AppError::Empty => f.write_str("empty"),
        }
    }
}

impl Error for AppError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            AppError::Parse(e) => Some(e),
            AppError::Empty => None,
        }
    }
}

impl From<ParseIntError> for AppError {
    fn from(e: ParseIntError) -> Self {
        AppError::Parse(e)
    }
}

fn parse(text: &str) -> Result<u8, AppError> {
    if text.is_empty() {
        return Err(AppError::Empty);
    }
    Ok(text.parse()?)
}

fn run() -> Result<u8, Box<dyn Error>> {
    let n = parse("1")?;
    if n == 0 {
        return Err("zero".into());
    }
    Ok(n)
}

fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let _ = run().map_err(|e| e.to_string());
    Err(format!("{}", parse("x")?))?
}

//~ MONO_ITEM fn <AppError as std::convert::From<std::num::ParseIntError>>::from
//~ MONO_ITEM fn <AppError as std::error::Error>::source
//~ MONO_ITEM fn <AppError as std::fmt::Debug>::fmt
//~ MONO_ITEM fn <AppError as std::fmt::Display>::fmt
//~ MONO_ITEM fn <fn() -> std::result::Result<(), std::boxed::Box<dyn std::error::Error + std::marker::Send + std::marker::Sync>> as std::ops::FnOnce<()>>::call_once - shim(fn() -> std::result::Result<(), std::boxed::Box<dyn std::error::Error + std::marker::Send + std::marker::Sync>>)
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn parse
//~ MONO_ITEM fn run
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn std::error::Error + std::marker::Send + std::marker::Sync> - shim(Some(dyn std::error::Error + std::marker::Send + std::marker::Sync))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn std::error::Error> - shim(Some(dyn std::error::Error))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn std::error::Error + std::marker::Send + std::marker::Sync>> - shim(Some(std::boxed::Box<dyn std::error::Error + std::marker::Send + std::marker::Sync>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn std::error::Error>> - shim(Some(std::boxed::Box<dyn std::error::Error>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::result::Result<u8, std::string::String>> - shim(Some(std::result::Result<u8, std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
