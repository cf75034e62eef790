// Impls that a macro makes where it is called in a body: they count everywhere, as those that are written there do.
macro_rules! implement {
    ($($trait:ident for $ty:ty),*) => { $(impl $trait for $ty {})* };
}

macro_rules! in_const {
    ($ty:ty) => {
        const _: () = {
            implement!(Marker for $ty);
        };
    };
}

macro_rules! passed_on {
    ($($t:tt)*) => { const _: () = { $($t)* }; };
}

macro_rules! declare {
    ($name:ident) => {
        struct $name<T>(T);
        impl<T> $name<T> {
            fn make(value: T) -> Self {
                $name(value)
            }
        }
        implement!(Marker for $name<u8>);
    };
}

trait Marker {
    fn mark(&self) {}
}

const _: () = {
    implement!(Marker for u8);
};
const _: () = {
    implement! { Marker for i8 }
};
const NAMED: () = {
    implement!(Marker for u16);
};
in_const!(i16);
passed_on! { implement!(Marker for u32); }

fn other() {
    implement! { Marker for u64 }
    1i64.mark();
}

struct Holder;

impl Holder {
    fn method(&self) {
        implement! { Marker for i32 }
        1u64.mark();
    }
}

trait Provided {
    fn provided(&self) {
        implement!(Marker for usize);
        1isize.mark();
    }
}

impl Provided for Holder {
    fn provided(&self) {
        implement!(Marker for isize);
        1usize.mark();
    }
}

fn main() {
    implement!(Marker for i64);
    declare!(Local);
    Local::make(1u8).mark();
    1u8.mark();
    1i8.mark();
    1u16.mark();
    1i16.mark();
    1u32.mark();
    1i32.mark();
    other();
    Holder.method();
    Holder.provided();
}

//~ MONO_ITEM fn <Holder as Provided>::provided
//~ MONO_ITEM fn <i16 as Marker>::mark
//~ MONO_ITEM fn <i32 as Marker>::mark
//~ MONO_ITEM fn <i64 as Marker>::mark
//~ MONO_ITEM fn <i8 as Marker>::mark
//~ MONO_ITEM fn <main::Local<u8> as Marker>::mark
//~ MONO_ITEM fn <u16 as Marker>::mark
//~ MONO_ITEM fn <u32 as Marker>::mark
//~ MONO_ITEM fn <u64 as Marker>::mark
//~ MONO_ITEM fn <u8 as Marker>::mark
//~ MONO_ITEM fn <usize as Marker>::mark
//~ MONO_ITEM fn Holder::method
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::Local::<u8>::make
//~ MONO_ITEM fn other
