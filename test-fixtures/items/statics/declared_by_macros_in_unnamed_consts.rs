// Statics that a macro declares in a `const _` are roots, too.
macro_rules! register {
    ($name:ident, $f:expr) => {
        const _: () = {
            static $name: fn(u8) = $f;
        };
    };
}

macro_rules! implement {
    ($($trait:ident for $ty:ty),*) => {
        $(impl $trait for $ty {})*
    };
}

trait Marker {
    fn mark(&self) {}
}

fn show<T>(_: T) {}

register!(A, show::<u8>);
const _: () = {
    register!(B, |x| show::<u16>(x as u16));
    implement!(Marker for u8, Marker for u16);
};

fn never() {
    register!(C, {
        fn inner(_: u8) {
            show(1u32);
        }
        inner
    });
    const _: () = {
        register!(D, show);
    };
}

fn main() {
    1u8.mark();
}

//~ MONO_ITEM fn <u8 as Marker>::mark
//~ MONO_ITEM fn <{closure@declared_by_macros_in_unnamed_consts.rs:24:18: 24:21} as std::ops::FnOnce<(u8,)>>::call_once - shim
//~ MONO_ITEM fn _::_::B::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn never::_::C::inner
//~ MONO_ITEM fn show::<u16>
//~ MONO_ITEM fn show::<u32>
//~ MONO_ITEM fn show::<u8>
//~ MONO_ITEM static _::A
//~ MONO_ITEM static _::_::B
//~ MONO_ITEM static never::_::C
//~ MONO_ITEM static never::_::_::D
