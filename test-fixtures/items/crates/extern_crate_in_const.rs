//@ aux: shapes.rs
//@ aux: base.rs
// A crate that items of `extern crate` bring in is printed through the one with the shortest path, as derives have it.
use shapes::plane::Circle;

extern crate base as foundation;

mod deep {
    const _: () = {
        extern crate base;
        extern crate shapes as _deeper;
        impl super::Show for _deeper::plane::Circle {
            fn show<T>(&self, t: T) -> T {
                t
            }
        }
    };
}

trait Show {
    fn show<T>(&self, t: T) -> T;
}

const _: () = {
    extern crate shapes as _shapes;
    impl Show for Option<_shapes::plane::Circle> {
        fn show<T>(&self, t: T) -> T {
            t
        }
    }
};

fn id<T>(t: T) -> T {
    t
}

fn main() {
    id(Circle { radius: 1.0 }).show(1u8);
    Some(Circle { radius: 2.0 }).show(foundation::Boxed { value: Box::new(1u16) }.get());
    id(foundation::Boxed { value: Box::new(2i8) });
}

//~ MONO_ITEM fn _::<impl Show for std::option::Option<_::_shapes::Round>>::show::<u16>
//~ MONO_ITEM fn deep::_::<impl Show for _::_shapes::Round>::show::<u8>
//~ MONO_ITEM fn foundation::Boxed::<u16>::get
//~ MONO_ITEM fn id::<_::_shapes::Round>
//~ MONO_ITEM fn id::<foundation::Boxed<i8>>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<foundation::Boxed<i8>> - shim(Some(foundation::Boxed<i8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<foundation::Boxed<u16>> - shim(Some(foundation::Boxed<u16>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<i8>> - shim(Some(std::boxed::Box<i8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<u16>> - shim(Some(std::boxed::Box<u16>))
