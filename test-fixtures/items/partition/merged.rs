//@ check-cgus
// Without incremental compilation a small program's units are merged into few.
mod a {
    pub fn one() -> u32 {
        super::b::two::<u8>()
    }
}

mod b {
    pub fn two<T>() -> u32 {
        std::mem::size_of::<T>() as u32
    }

    #[inline]
    pub fn three() -> u32 {
        3
    }
}

mod c {
    pub struct Drops(pub u32);

    impl Drop for Drops {
        fn drop(&mut self) {
            self.0 = super::b::three();
        }
    }
}

fn main() {
    a::one();
    let _ = c::Drops(1).0 + b::two::<u16>();
}

//~ MONO_ITEM fn <c::Drops as std::ops::Drop>::drop @@ merged-cgu.0[Internal]
//~ MONO_ITEM fn a::one @@ merged-cgu.0[Internal]
//~ MONO_ITEM fn b::three @@ merged-cgu.0[Internal]
//~ MONO_ITEM fn b::two::<u16> @@ merged-cgu.0[Internal]
//~ MONO_ITEM fn b::two::<u8> @@ merged-cgu.0[Internal]
//~ MONO_ITEM fn main @@ merged-cgu.0[External]
//~ MONO_ITEM fn std::ptr::drop_in_place::<c::Drops> - shim(Some(c::Drops)) @@ merged-cgu.0[Internal]
