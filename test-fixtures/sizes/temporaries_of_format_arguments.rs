//@ crate-type: lib
// Temporaries in the arguments of formatting macros live as long as the statement.
use std::fmt::{Display, Formatter, Result, Write};

pub struct Painted<'a>(&'a str, String);
impl Display for Painted<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(self.0)
    }
}
#[inline(never)]
pub fn paint(text: &str) -> Painted<'_> {
    Painted(text, String::new())
}
#[inline(never)]
pub fn whole(text: &String) -> Painted<'_> {
    Painted(text, String::new())
}
#[inline(never)]
pub fn made() -> String {
    String::new()
}

#[inline(never)]
pub fn deref(f: &mut Formatter<'_>) -> Result {
    write!(f, "={}", paint(&made()))?;
    Ok(())
}
#[inline(never)]
pub fn plain(f: &mut Formatter<'_>) -> Result {
    write!(f, "={}", whole(&made()))?;
    Ok(())
}
#[inline(never)]
pub fn last(f: &mut Formatter<'_>) -> Result {
    write!(f, "={}", paint(&made()))
}
#[inline(never)]
pub fn field(f: &mut Formatter<'_>) -> Result {
    write!(f, "={} {}", paint(&made()).1, made())?;
    Ok(())
}

//~ SIZE 19 last
//~ SIZE 2 made
//~ SIZE 27 plain
//~ SIZE 28 deref
//~ SIZE 3 <Painted<'_> as std::fmt::Display>::fmt
//~ SIZE 3 paint
//~ SIZE 35 field
//~ SIZE 4 whole
//~ GLUE 2 Painted<'_>
