//@ edition: 2021
// What a statement's macro call declares is seen by all items of the block, those before it and those of other calls.

macro_rules! projection {
    ($name:ident) => {
        struct $name<'a, T>(&'a mut T, field!(T));
        other!(Inner);
    };
}

macro_rules! other {
    ($name:ident) => {
        #[derive(Clone)]
        struct $name(u8);
    };
}

macro_rules! methods {
    ($name:ident) => {
        impl Wrapper<u32> {
            fn both(&mut self) -> u32 {
                id(*$name(&mut self.0, std::marker::PhantomData).0)
            }
        }
    };
}

macro_rules! field {
    ($t:ty) => {
        std::marker::PhantomData<$t>
    };
}

fn id<T>(value: T) -> T {
    value
}

struct Wrapper<T>(T);

const _: () = {
    impl<T> Wrapper<T> {
        fn project(&mut self) -> Projection<'_, T> {
            Projection(&mut self.0, std::marker::PhantomData)
        }
        fn inner(&self) -> Inner {
            Inner(3).clone()
        }
    }
    projection! { Projection }
    methods! { Projection }
};

fn main() {
    let mut wrapper = Wrapper(1u32);
    id(*wrapper.project().0);
    id(wrapper.inner().0);
    wrapper.both();
}

//~ MONO_ITEM fn <_::Inner as std::clone::Clone>::clone
//~ MONO_ITEM fn _::<impl Wrapper<u32>>::both
//~ MONO_ITEM fn _::<impl Wrapper<u32>>::inner
//~ MONO_ITEM fn _::<impl Wrapper<u32>>::project
//~ MONO_ITEM fn id::<u32>
//~ MONO_ITEM fn id::<u8>
//~ MONO_ITEM fn main
