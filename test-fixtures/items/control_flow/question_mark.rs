// `?` on Result with conversion of the error, on Option, inside closures, and on nested calls.
enum ParseError {
    Empty,
    Digit(DigitError),
}

struct DigitError {
    byte: u8,
}

struct Report(&'static str);

impl From<DigitError> for ParseError {
    fn from(e: DigitError) -> Self {
        ParseError::Digit(e)
    }
}

impl From<ParseError> for Report {
    fn from(e: ParseError) -> Self {
        match e {
            ParseError::Empty => Report("empty"),
            ParseError::Digit(d) if d.byte == b' ' => Report("blank"),
            ParseError::Digit(_) => Report("digit"),
        }
    }
}

fn digit(byte: u8) -> Result<u32, DigitError> {
    if byte >= b'0' && byte <= b'9' {
        Ok((byte - b'0') as u32)
    } else {
        Err(DigitError { byte })
    }
}

fn number(bytes: &[u8]) -> Result<u32, ParseError> {
    if bytes.len() == 0 {
        return Err(ParseError::Empty);
    }
    let mut n = 0;
    let mut i = 0;
    while i < bytes.len() {
        n = n * 10 + digit(bytes[i])?;
        i += 1;
    }
    Ok(n)
}

fn sum(a: &[u8], b: &[u8]) -> Result<u32, Report> {
    let add = || -> Result<u32, ParseError> { Ok(number(a)? + number(b)?) };
    let n = add()?;
    Ok(n)
}

fn head(items: &[Option<u8>]) -> Option<u8> {
    let first = items.first()?;
    Some((*first)? + 1)
}

fn main() {
    if let Err(report) = sum(b"12", b"x") {
        let _ = report.0;
    }
    head(&[Some(1), None]);
}

//~ MONO_ITEM fn <ParseError as std::convert::From<DigitError>>::from
//~ MONO_ITEM fn <Report as std::convert::From<ParseError>>::from
//~ MONO_ITEM fn digit
//~ MONO_ITEM fn head
//~ MONO_ITEM fn main
//~ MONO_ITEM fn number
//~ MONO_ITEM fn sum
//~ MONO_ITEM fn sum::{closure#0}
