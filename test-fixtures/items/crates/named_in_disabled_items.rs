//@ edition: 2021
//@ aux: base.rs
//@ aux: makes_base.rs
// What a `cfg` takes away opens no crate: its copies are not there to be linked to.
#[cfg(missing)]
mod tests {
    use makes_base::number;

    fn number_twice() -> u8 {
        2 * number()
    }
}

mod numbers {
    #[cfg(not(missing))]
    pub fn number() -> u8 {
        base::make(3u8).get()
    }

    #[cfg(missing)]
    pub fn number() -> u8 {
        makes_base::number()
    }
}

fn main() {
    numbers::number();
}

//~ MONO_ITEM fn base::Boxed::<u8>::get
//~ MONO_ITEM fn base::make::<u8>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn numbers::number
//~ MONO_ITEM fn std::ptr::drop_in_place::<base::Boxed<u8>> - shim(Some(base::Boxed<u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<u8>> - shim(Some(std::boxed::Box<u8>))
