//@ aux: shapes.rs
//@ aux: base.rs
// An `extern crate` in the body of a function counts as one in a module does.

mod deep {
    pub fn first() {
        {
            extern crate shapes;
            super::id(shapes::plane::Circle { radius: 1.0 });
        }
        extern crate base as inner;
        super::id(inner::Boxed { value: Box::new(1i8) });
    }

    pub fn second() {
        extern crate shapes as again;
        super::id(again::plane::Circle { radius: 2.0 });
    }
}

fn id<T>(t: T) -> T {
    t
}

fn main() {
    deep::first();
    deep::second();
}

//~ MONO_ITEM fn deep::first
//~ MONO_ITEM fn deep::second
//~ MONO_ITEM fn id::<deep::first::inner::Boxed<i8>>
//~ MONO_ITEM fn id::<deep::first::shapes::Round>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<deep::first::inner::Boxed<i8>> - shim(Some(deep::first::inner::Boxed<i8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<i8>> - shim(Some(std::boxed::Box<i8>))
