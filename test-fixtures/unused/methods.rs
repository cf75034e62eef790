// Methods: parameters of the impl and of the method, with and without `self`.
struct Wrapper<T> {
    value: T,
}

impl<T> Wrapper<T> {
    fn new(value: T) -> Self {
        Wrapper { value }
    }

    fn constant() -> u32 {
        4
    }

    fn through_self(&self) -> u32 {
        5
    }

    fn own_parameter<U>(&self) -> &T {
        &self.value
    }

    fn neither<U>(n: u8) -> u8 {
        n
    }

    fn only_own<U: Default>() -> U {
        U::default()
    }
}

fn main() {
    let w = Wrapper::new(1u8);
    Wrapper::<u8>::constant();
    Wrapper::<char>::constant();
    w.through_self();
    w.own_parameter::<u64>();
    Wrapper::<u8>::neither::<u16>(1);
    Wrapper::<u16>::only_own::<i8>();
}

//~ UNUSED 11:8 fn constant: T
//~ UNUSED 19:8 fn own_parameter: U
//~ UNUSED 23:8 fn neither: T, U
//~ UNUSED 27:8 fn only_own: T
//~ POLY_ITEM fn Wrapper::<T>::constant
//~ POLY_ITEM fn Wrapper::<T>::neither::<U>
//~ POLY_ITEM fn Wrapper::<T>::only_own::<i8>
//~ POLY_ITEM fn Wrapper::<u8>::new
//~ POLY_ITEM fn Wrapper::<u8>::own_parameter::<U>
//~ POLY_ITEM fn Wrapper::<u8>::through_self
//~ POLY_ITEM fn main
