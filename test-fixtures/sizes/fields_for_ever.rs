//@ crate-type: lib
//@ compile-flags: -Copt-level=3
// What a field holds that is declared to live for ever goes as it is to who asks for what does.
type Long = &'static str;

pub struct Arg<'a> {
    long: Long,
    short: &'a str,
}

pub struct Positional(&'static str);

pub enum Flag {
    Long(Long),
    Short(u8),
}

pub enum Any<'a> {
    Text(&'a str),
    Short(u8),
}

#[inline(never)]
pub fn declared(arg: &Arg<'_>) -> Flag {
    Flag::Long(arg.long)
}

#[inline(never)]
pub fn positional(arg: &Positional) -> Flag {
    Flag::Long(arg.0)
}

#[inline(never)]
pub fn for_any<'a>(arg: &Arg<'a>) -> Any<'a> {
    Any::Text(arg.long)
}

#[inline(never)]
pub fn short<'a>(arg: &Arg<'a>) -> Any<'a> {
    Any::Text(arg.short)
}

#[inline(never)]
pub fn returned(arg: &Arg<'_>) -> &'static str {
    arg.long
}

pub struct Fields {
    names: &'static [&'static str],
}

pub enum Of {
    Names(&'static [&'static str]),
    Count(u8),
}

#[inline(never)]
pub fn nested(fields: &Fields) -> Of {
    Of::Names(fields.names)
}

#[inline(never)]
pub fn renamed(fields: &Fields) -> Fields {
    Fields { names: fields.names }
}

const CHOICES: &[&str] = &["one", "other"];

#[inline(never)]
pub fn take(_: Of) {}

#[inline(never)]
pub fn constant() {
    take(Of::Names(CHOICES))
}

//~ SIZE 1 take
//~ SIZE 2 renamed
//~ SIZE 2 returned
//~ SIZE 3 for_any
//~ SIZE 3 short
//~ SIZE 5 constant
//~ SIZE 5 declared
//~ SIZE 5 nested
//~ SIZE 5 positional
