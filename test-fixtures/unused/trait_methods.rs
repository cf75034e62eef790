// Methods of traits and impls: Self of a default method, parameters of the trait, of the impl, of the method.
trait Kind<P> {
    fn constant() -> u32
    where
        Self: Sized,
    {
        1
    }

    fn with_self(&self) -> u32 {
        2
    }

    fn name<M>(n: u32) -> u32
    where
        Self: Sized,
    {
        n
    }

    fn calls_self() -> u32
    where
        Self: Sized,
    {
        Self::constant()
    }
}

struct A;
struct B<T>(T);

impl Kind<u8> for A {}

impl<T> Kind<u16> for B<T> {
    fn constant() -> u32 {
        3
    }
}

fn main() {
    <A as Kind<u8>>::constant();
    <A as Kind<u8>>::name::<i8>(1);
    <A as Kind<u8>>::calls_self();
    A.with_self();
    <B<u8> as Kind<u16>>::constant();
    <B<u8> as Kind<u16>>::name::<i8>(1);
    <B<u8> as Kind<u16>>::calls_self();
    B('c').with_self();
}

//~ UNUSED 3:8 fn constant: Self, P
//~ UNUSED 10:8 fn with_self: P
//~ UNUSED 14:8 fn name: Self, P, M
//~ UNUSED 35:8 fn constant: T
//~ POLY_ITEM fn <A as Kind<P>>::with_self
//~ POLY_ITEM fn <A as Kind<u8>>::calls_self
//~ POLY_ITEM fn <B<T> as Kind<u16>>::constant
//~ POLY_ITEM fn <B<char> as Kind<P>>::with_self
//~ POLY_ITEM fn <B<u8> as Kind<u16>>::calls_self
//~ POLY_ITEM fn <Self as Kind<P>>::constant
//~ POLY_ITEM fn <Self as Kind<P>>::name::<M>
//~ POLY_ITEM fn main
