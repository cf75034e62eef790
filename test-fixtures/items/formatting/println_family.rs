// println!, print!, eprintln!, format!, write!, writeln!, format_args! with positions, names, widths and traits.
use std::fmt::{self, Display, Write};

struct Money {
    cents: i64,
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.cents / 100, self.cents % 100)
    }
}

impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Money").field("cents", &self.cents).finish()
    }
}

impl fmt::LowerHex for Money {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        fmt::LowerHex::fmt(&self.cents, f)
    }
}

impl fmt::Binary for Money {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("0b")
    }
}

struct Upper<T>(T);

impl<T: Display> Display for Upper<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        write!(text, "{}", self.0)?;
        f.pad(&text)
    }
}

struct Out(usize);

impl Write for Out {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        self.0 += s.len();
        Ok(())
    }
}

fn main() {
    let money = Money { cents: 1234 };
    println!("{money} and {:?}", money);
    print!("{0:x} {0:>8}", money);
    eprintln!("{}", Upper("text"));
    let width = 6;
    let text = format!("{:>width$} {:<1$}", Upper(7), width);
    let mut out = Out(0);
    writeln!(out, "{text}").unwrap();
    let _ = out.write_fmt(format_args!("{}", 'c'));
    println!();
    println!("plain");
}

//~ MONO_ITEM fn <Money as std::fmt::Debug>::fmt
//~ MONO_ITEM fn <Money as std::fmt::Display>::fmt
//~ MONO_ITEM fn <Money as std::fmt::LowerHex>::fmt
//~ MONO_ITEM fn <Out as std::fmt::Write>::write_str
//~ MONO_ITEM fn <Upper<&str> as std::fmt::Display>::fmt
//~ MONO_ITEM fn <Upper<i32> as std::fmt::Display>::fmt
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
