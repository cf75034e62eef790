//@ edition: 2021
//@ crate-type: lib
// What is private is reached through code that other crates compile: by another name, through an alias of its type, in
// a macro's expansion, from functions inside of functions.

mod compat {
    pub fn renamed(x: u8) -> u8 {
        first(x)
    }
    fn first(x: u8) -> u8 {
        x + 1
    }
    pub fn unmentioned() {}
}
use compat::renamed as other_name;

struct Hidden(u8);
type Alias = Hidden;
impl Hidden {
    fn new() -> Hidden {
        Hidden(1)
    }
    fn get(&self) -> u8 {
        self.0
    }
    fn never(&self) -> u8 {
        self.0
    }
}

macro_rules! call {
    () => {
        in_macro()
    };
}
fn in_macro() -> u8 {
    2
}

macro_rules! declare {
    ($name:ident) => {
        fn $name() -> u8 {
            static COUNT: u8 = 3;
            COUNT
        }
    };
}

const TABLE: [fn() -> u8; 1] = [in_table];
fn in_table() -> u8 {
    4
}

#[inline]
pub fn by_rename() -> u8 {
    other_name(1)
}

pub fn by_alias<T>(_: T) -> u8 {
    Alias::new().get()
}

#[inline]
pub fn by_macro() -> u8 {
    call!()
}

#[inline]
pub fn by_declaration() -> u8 {
    declare!(inner);
    inner()
}

#[inline]
pub fn by_const() -> u8 {
    TABLE[0]()
}

#[inline]
fn passed_through() -> u8 {
    fn nested() -> u8 {
        deepest()
    }
    nested()
}
fn deepest() -> u8 {
    5
}
#[inline]
pub fn by_function() -> u8 {
    passed_through()
}

fn not_reached() -> u8 {
    6
}
pub fn compiled_here() -> u8 {
    not_reached()
}

//~ MONO_ITEM fn Hidden::get
//~ MONO_ITEM fn Hidden::new
//~ MONO_ITEM fn by_declaration::inner
//~ MONO_ITEM fn compat::first
//~ MONO_ITEM fn compat::renamed
//~ MONO_ITEM fn compiled_here
//~ MONO_ITEM fn deepest
//~ MONO_ITEM fn in_macro
//~ MONO_ITEM fn in_table
//~ MONO_ITEM fn not_reached
//~ MONO_ITEM fn passed_through::nested
//~ MONO_ITEM static by_declaration::inner::COUNT
