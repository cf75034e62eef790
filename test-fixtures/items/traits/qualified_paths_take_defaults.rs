//! `<Name as PartialEq>::eq` asks for the comparison with itself, whatever is compared: std compares paths like that.
use std::ops::Deref;

pub struct Name(u8);

pub struct NameBuf(Name);

impl Deref for NameBuf {
    type Target = Name;
    fn deref(&self) -> &Name {
        &self.0
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Name) -> bool {
        self.0 == other.0
    }
}

impl PartialEq<&Name> for NameBuf {
    fn eq(&self, other: &&Name) -> bool {
        <Name as PartialEq>::eq(self, other)
    }
}

impl PartialEq<NameBuf> for Name {
    fn eq(&self, other: &NameBuf) -> bool {
        <Name as PartialEq>::eq(self, other)
    }
}

fn main() {
    let (short, long) = (Name(1), NameBuf(Name(2)));
    let _ = long == &short;
    let _ = short == long;
}

//~ MONO_ITEM fn <Name as std::cmp::PartialEq<NameBuf>>::eq
//~ MONO_ITEM fn <Name as std::cmp::PartialEq>::eq
//~ MONO_ITEM fn <NameBuf as std::cmp::PartialEq<&Name>>::eq
//~ MONO_ITEM fn <NameBuf as std::ops::Deref>::deref
//~ MONO_ITEM fn main
