//@ aux: baked.rs
// Impls that a macro of another crate makes in a body, called by the name that it is exported as.
pub struct Baked;

trait Provider<T> {
    fn load(&self) -> T;
}

const _: () = {
    use baked::*;
    impl_names!(Baked);
};

fn load<P: Provider<u8>>(provider: &P) -> u8 {
    provider.load()
}

fn main() {
    Baked::first();
    Baked::NAMES.len();
    load(&Baked);
}

//~ MONO_ITEM fn _::<impl Baked>::first
//~ MONO_ITEM fn _::<impl Provider<u8> for Baked>::load
//~ MONO_ITEM fn load::<Baked>
//~ MONO_ITEM fn main
