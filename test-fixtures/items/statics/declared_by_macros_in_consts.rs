//@ crate-type: lib
//@ edition: 2021
// Statics that a macro declares in the value of a constant are roots, as those in functions are.

macro_rules! counter {
    () => {{
        static COUNT: u32 = 1;
        &COUNT
    }};
}

macro_rules! keyed {
    ($name:ident) => {
        #[allow(dead_code)]
        const $name: fn() -> &'static u32 = || counter!();
    };
}

keyed!(HIDDEN);

#[allow(dead_code)]
const ALSO_HIDDEN: fn() -> &'static u32 = {
    fn get() -> &'static u32 {
        counter!()
    }
    get
};

pub fn visible() {}

//~ MONO_ITEM fn visible
//~ MONO_ITEM static ALSO_HIDDEN::get::COUNT
//~ MONO_ITEM static HIDDEN::{closure#0}::COUNT
