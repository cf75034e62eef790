//@ crate-type: lib
//@ edition: 2021
// core is there without being written, and is printed by its name wherever else an `extern crate` brings it in; alloc
// and std are printed through the shortest path.
#![no_std]

pub mod helpers {
    pub extern crate alloc;
    pub extern crate core;

    pub mod inner {
        pub extern crate std;
        pub extern crate alloc as deeper;
    }
}

pub struct Empty(pub u8);

impl Default for Empty {
    fn default() -> Self {
        Empty(0)
    }
}

impl core::fmt::Write for Empty {
    fn write_str(&mut self, s: &str) -> core::fmt::Result {
        self.0 = s.len() as u8;
        Ok(())
    }
}

impl From<core::fmt::Error> for Empty {
    fn from(_: core::fmt::Error) -> Self {
        Empty(1)
    }
}

pub fn use_all(text: &helpers::alloc::string::String) -> Option<Empty> {
    let mut empty = Empty::default();
    core::fmt::Write::write_str(&mut empty, text).ok()?;
    helpers::core::option::Option::filter(Some(empty), |empty| empty.0 > 1)
}

//~ MONO_ITEM fn <Empty as core::convert::From<core::fmt::Error>>::from
//~ MONO_ITEM fn <Empty as core::default::Default>::default
//~ MONO_ITEM fn <Empty as core::fmt::Write>::write_str
//~ MONO_ITEM fn <helpers::alloc::string::String as core::ops::Deref>::deref
//~ MONO_ITEM fn use_all
//~ MONO_ITEM fn use_all::{closure#0}
