//@ crate-type: lib
//@ compile-flags: -Cincremental=$SCRATCH/inc
//@ check-cgus
// Partitioning of a library: linkage of public and private functions, #[inline] ones that only others can use.
pub mod api {
    pub fn call() -> u32 {
        super::detail::work(2) + super::detail::generic(3)
    }

    #[inline]
    pub fn for_others() -> u32 {
        super::detail::helper_of_inline()
    }

    pub fn generic<T: Copy>(t: T) -> (T, T) {
        (t, t)
    }
}

mod detail {
    pub fn work(n: u32) -> u32 {
        local(n)
    }

    fn local(n: u32) -> u32 {
        n + TABLE[0]
    }

    pub fn helper_of_inline() -> u32 {
        5
    }

    pub fn generic<T>(t: T) -> T {
        t
    }

    static TABLE: [u32; 2] = [1, 2];
}

pub static PUBLIC: u32 = 1;

#[no_mangle]
pub extern "C" fn c_entry() -> u32 {
    api::call()
}

//~ MONO_ITEM fn api::call @@ library-api[External]
//~ MONO_ITEM fn c_entry @@ library[External]
//~ MONO_ITEM fn detail::generic::<u32> @@ library-detail.volatile[External]
//~ MONO_ITEM fn detail::helper_of_inline @@ library-detail[External]
//~ MONO_ITEM fn detail::local @@ library-detail[Internal]
//~ MONO_ITEM fn detail::work @@ library-detail[External]
//~ MONO_ITEM static PUBLIC @@ library[External]
//~ MONO_ITEM static detail::TABLE @@ library-detail[Internal]
