// In a type, `::` may stand before the arguments, as macros write it.

trait Parts {
    type Item<'a>
    where
        Self: 'a;
    type One<T>;
    fn get(&self) -> Option<Self::Item<'_>>;
}

impl Parts for u8 {
    type Item<'a>
        = &'a u8
    where
        Self: 'a;
    type One<T> = Option::<T>;
    fn get(&self) -> Option::<Self::Item::<'_>> {
        Some(self)
    }
}

struct Wrap<T>(T);

macro_rules! tuples {
    ($($p:ident),*) => {
        impl<$($p: Parts),*> Parts for Wrap<($($p,)*)> {
            type Item<'a> = ($($p::Item::<'a>,)*) where Self: 'a;
            type One<T> = ($($p::One::<T>, Vec::<T>,)*);
            #[allow(non_snake_case)]
            fn get(&self) -> Option<Self::Item<'_>> {
                let ($($p,)*) = &self.0;
                Some(($($p.get()?,)*))
            }
        }
    };
}

tuples!(A, B);
tuples!(A);

fn show<T>() {}

fn through<P: Parts>(parts: &P) {
    if let Some(item) = parts.get() {
        keep(item);
    }
    show::<P::One::<i8>>();
}

fn keep<T>(_: T) {}

fn main() {
    through(&Wrap((1, 2)));
    through(&Wrap((1,)));
    show::<<Wrap<(u8, u8)> as Parts>::Item<'static>>();
    let all: (Vec::<u8>, Wrap::<u8>) = (Vec::<u8>::new(), Wrap::<u8>(1));
    keep(all);
    let pick = keep::<u16>;
    pick(1);
}

//~ MONO_ITEM fn <Wrap<(u8, u8)> as Parts>::get
//~ MONO_ITEM fn <Wrap<(u8,)> as Parts>::get
//~ MONO_ITEM fn <u8 as Parts>::get
//~ MONO_ITEM fn keep::<(&u8, &u8)>
//~ MONO_ITEM fn keep::<(&u8,)>
//~ MONO_ITEM fn keep::<(std::vec::Vec<u8>, Wrap<u8>)>
//~ MONO_ITEM fn keep::<u16>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn show::<(&u8, &u8)>
//~ MONO_ITEM fn show::<(std::option::Option<i8>, std::vec::Vec<i8>)>
//~ MONO_ITEM fn show::<(std::option::Option<i8>, std::vec::Vec<i8>, std::option::Option<i8>, std::vec::Vec<i8>)>
//~ MONO_ITEM fn std::ptr::drop_in_place::<(std::vec::Vec<u8>, Wrap<u8>)> - shim(Some((std::vec::Vec<u8>, Wrap<u8>)))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn through::<Wrap<(u8, u8)>>
//~ MONO_ITEM fn through::<Wrap<(u8,)>>
