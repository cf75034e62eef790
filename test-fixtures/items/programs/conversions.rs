// From, Into, TryFrom, AsRef, Borrow, FromStr, Default, ToOwned, Display and ToString of user types.
use std::convert::TryFrom;
use std::fmt;
use std::str::FromStr;

#[derive(Clone, Copy, PartialEq, Debug)]
struct Rgb(u8, u8, u8);

impl From<(u8, u8, u8)> for Rgb {
    fn from((r, g, b): (u8, u8, u8)) -> Self {
        Rgb(r, g, b)
    }
}

impl From<Rgb> for u32 {
    fn from(c: Rgb) -> u32 {
        (c.0 as u32) << 16 | (c.1 as u32) << 8 | c.2 as u32
    }
}

impl TryFrom<&[u8]> for Rgb {
    type Error = usize;
    fn try_from(bytes: &[u8]) -> Result<Self, usize> {
        match bytes {
            [r, g, b] => Ok(Rgb(*r, *g, *b)),
            other => Err(other.len()),
        }
    }
}

impl FromStr for Rgb {
    type Err = usize;
    fn from_str(s: &str) -> Result<Self, usize> {
        Rgb::try_from(s.as_bytes())
    }
}

impl AsRef<u8> for Rgb {
    fn as_ref(&self) -> &u8 {
        &self.0
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}", self.0)
    }
}

impl Default for Rgb {
    fn default() -> Self {
        (0, 0, 0).into()
    }
}

fn paint<C: Into<Rgb>>(color: C) -> Rgb {
    color.into()
}

fn red(color: impl AsRef<u8>) -> u8 {
    *color.as_ref()
}

fn main() {
    let c = paint((1, 2, 3));
    let _ = paint(c);
    let n: u32 = c.into();
    let _ = n + u32::from(Rgb::default());
    let parsed = "abc".parse::<Rgb>();
    let _ = parsed.unwrap_or_default() == c;
    let slice: &[u8] = &[1];
    let tried: Result<Rgb, _> = slice.try_into();
    let _ = tried.is_err() && red(c) == red(&c);
    let _ = c.to_string().len();
}

//~ MONO_ITEM fn <Rgb as std::cmp::PartialEq>::eq
//~ MONO_ITEM fn <Rgb as std::convert::AsRef<u8>>::as_ref
//~ MONO_ITEM fn <Rgb as std::convert::From<(u8, u8, u8)>>::from
//~ MONO_ITEM fn <Rgb as std::convert::TryFrom<&[u8]>>::try_from
//~ MONO_ITEM fn <Rgb as std::default::Default>::default
//~ MONO_ITEM fn <Rgb as std::fmt::Display>::fmt
//~ MONO_ITEM fn <Rgb as std::str::FromStr>::from_str
//~ MONO_ITEM fn <impl std::convert::From<Rgb> for u32>::from
//~ MONO_ITEM fn main
//~ MONO_ITEM fn paint::<(u8, u8, u8)>
//~ MONO_ITEM fn paint::<Rgb>
//~ MONO_ITEM fn red::<&Rgb>
//~ MONO_ITEM fn red::<Rgb>
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
