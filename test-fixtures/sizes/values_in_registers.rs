//@ compile-flags: -Copt-level=3
//@ crate-type: lib
// Of values that fit one register or two the compiler makes constants; of all others it keeps what makes them.
pub struct Text(&'static str);
pub enum Parser {
    Plain,
    Paths,
    Other(Box<dyn Fn()>),
}
pub enum Number {
    Small(u32),
    Large(u32),
}
pub enum Mixed {
    Short(u8),
    Long(u32),
}
pub enum Kept {
    At(&'static u64),
    Id(usize),
}
pub struct All {
    flag: Option<bool>,
    nested: Option<Option<bool>>,
    letter: Option<Option<char>>,
    text: Option<Text>,
    twice: Option<Option<Text>>,
    parser: Option<Parser>,
    number: Option<Number>,
    mixed: Mixed,
    kept: Kept,
    size: Option<Option<usize>>,
}

#[inline(never)]
pub fn flag() -> (Option<bool>, u64) {
    let flag = None;
    (flag, 0)
}

#[inline(never)]
pub fn all() -> All {
    All {
        flag: None,
        nested: None,
        letter: None,
        text: None,
        twice: None,
        parser: None,
        number: None,
        mixed: Mixed::Short(1),
        kept: Kept::Id(1),
        size: None,
    }
}

pub union Either {
    byte: u8,
    flag: bool,
    nothing: (),
}
pub union Unlike {
    byte: u8,
    number: u32,
}
#[repr(C)]
pub union AsInC {
    byte: u8,
}
pub struct Unions {
    either: Either,
    unlike: Unlike,
    as_in_c: AsInC,
}

#[inline(never)]
pub fn takes(_: &mut Option<Unions>, _: Either, _: Unlike, _: AsInC, _: Either) {}

#[inline(never)]
pub fn unions(all: &mut Option<Unions>) {
    let (either, unlike, as_in_c) = (Either { byte: 1 }, Unlike { byte: 1 }, AsInC { byte: 1 });
    takes(all, either, unlike, as_in_c, Either { nothing: () });
}

//~ SIZE 1 takes
//~ SIZE 11 all
//~ SIZE 2 flag
//~ SIZE 4 unions
