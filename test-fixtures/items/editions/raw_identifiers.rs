//@ edition: 2021
// Names that are keywords print with `r#`, but those that may stand in paths.
mod r#match {
    pub struct r#Type<T>(pub T);
    pub fn r#fn<T>(_: T) {}
    pub fn plain<T>(_: T) {}
}

trait r#Trait {
    fn r#async(&self);
    fn r#union(&self) {}
}

impl r#Trait for r#match::Type<u8> {
    fn r#async(&self) {
        static r#STATIC: u8 = 1;
        let r#let = || r#match::plain(STATIC);
        r#let();
    }
}

struct r#struct<'a, T>(&'a T);

impl<'a, T> Drop for r#struct<'a, T> {
    fn drop(&mut self) {
        r#match::r#fn::<&T>(self.0);
    }
}

static r#static: fn(u8) = r#match::r#fn::<u8>;
static r#dyn: [fn(u16); 1] = [r#match::r#fn::<u16>];

fn r#gen<T>() {}
fn r#try<T>() {}
fn r#yield<T>() {}
fn r#auto<T>() {}

fn main() {
    let value = r#match::Type(1u8);
    value.r#async();
    value.r#union();
    let dropped = r#struct(&1u32);
    r#match::r#fn(&dropped);
    r#static(1);
    r#dyn[0](1);
    r#gen::<r#match::Type<u8>>();
    r#try::<u8>();
    r#yield::<u8>();
    r#auto::<u8>();
}

//~ MONO_ITEM fn <r#match::Type<u8> as Trait>::r#async
//~ MONO_ITEM fn <r#match::Type<u8> as Trait>::r#async::{closure#0}
//~ MONO_ITEM fn <r#match::Type<u8> as Trait>::union
//~ MONO_ITEM fn <r#struct<'_, u32> as std::ops::Drop>::drop
//~ MONO_ITEM fn auto::<u8>
//~ MONO_ITEM fn gen::<r#match::Type<u8>>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn r#match::plain::<u8>
//~ MONO_ITEM fn r#match::r#fn::<&r#struct<'_, u32>>
//~ MONO_ITEM fn r#match::r#fn::<&u32>
//~ MONO_ITEM fn r#match::r#fn::<u16>
//~ MONO_ITEM fn r#match::r#fn::<u8>
//~ MONO_ITEM fn r#try::<u8>
//~ MONO_ITEM fn r#yield::<u8>
//~ MONO_ITEM fn std::ptr::drop_in_place::<r#struct<'_, u32>> - shim(Some(r#struct<'_, u32>))
//~ MONO_ITEM static <r#match::Type<u8> as Trait>::r#async::STATIC
//~ MONO_ITEM static r#dyn
//~ MONO_ITEM static r#static
