//@ crate-type: lib
// Literals among the arguments of a format string become part of it, wherever they come from.
use std::fmt::{Display, Formatter, Result};

macro_rules! name {
    () => {
        "name"
    };
}
macro_rules! number {
    () => {
        7
    };
}

pub struct Plain;
impl Display for Plain {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "a {} {}", "b", 1)
    }
}

pub struct Borrowed;
impl Display for Borrowed {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "a {} {}", &"b", (&(1)))
    }
}

pub struct Stringified(u8);
impl Display for Stringified {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{} is {}", stringify!(Stringified), self.0)
    }
}

pub struct Called(u8);
impl Display for Called {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{} {} {}", name!(), concat!("a", 1), self.0)
    }
}

pub struct Counted(u8);
impl Display for Counted {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{} {}", number!(), self.0)
    }
}

pub struct Nested(u8);
impl Display for Nested {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{} {}", &format_args!("{} {}", true, 'c'), &self.0)
    }
}

pub struct Debugged(u8);
impl Display for Debugged {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{:?} {:>3} {}", "b", "c", self.0)
    }
}

//~ SIZE 10 <Called as std::fmt::Display>::fmt
//~ SIZE 10 <Counted as std::fmt::Display>::fmt
//~ SIZE 10 <Stringified as std::fmt::Display>::fmt
//~ SIZE 16 <Debugged as std::fmt::Display>::fmt
//~ SIZE 17 <Nested as std::fmt::Display>::fmt
//~ SIZE 3 <Borrowed as std::fmt::Display>::fmt
//~ SIZE 3 <Plain as std::fmt::Display>::fmt
