//@ edition: 2021
//@ aux: base.rs
//@ aux: opens_base.rs
// A path that begins with a name of the module opens no crate of that name: `base` is seen through the other crate.
use opens_base::{base, Other};

fn local() {
    base::make(1u8).get();
    opens_base::base::make(1u16).get();
}

mod other {
    pub fn one() -> opens_base::base::Boxed<i8> {
        opens_base::base::make(1)
    }
}

fn main() {
    local();
    other::one();
    Other::new(base::make(1u32));
}

//~ MONO_ITEM fn local
//~ MONO_ITEM fn main
//~ MONO_ITEM fn opens_base::Other::<opens_base::base::Boxed<u32>>::new
//~ MONO_ITEM fn opens_base::base::Boxed::<u16>::get
//~ MONO_ITEM fn opens_base::base::Boxed::<u8>::get
//~ MONO_ITEM fn opens_base::base::make::<i8>
//~ MONO_ITEM fn opens_base::base::make::<u16>
//~ MONO_ITEM fn opens_base::base::make::<u32>
//~ MONO_ITEM fn opens_base::base::make::<u8>
//~ MONO_ITEM fn other::one
//~ MONO_ITEM fn std::ptr::drop_in_place::<opens_base::Other<opens_base::base::Boxed<u32>>> - shim(Some(opens_base::Other<opens_base::base::Boxed<u32>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<opens_base::base::Boxed<i8>> - shim(Some(opens_base::base::Boxed<i8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<opens_base::base::Boxed<u16>> - shim(Some(opens_base::base::Boxed<u16>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<opens_base::base::Boxed<u32>> - shim(Some(opens_base::base::Boxed<u32>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<opens_base::base::Boxed<u8>> - shim(Some(opens_base::base::Boxed<u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<i8>> - shim(Some(std::boxed::Box<i8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<u16>> - shim(Some(std::boxed::Box<u16>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<u32>> - shim(Some(std::boxed::Box<u32>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<u8>> - shim(Some(std::boxed::Box<u8>))
