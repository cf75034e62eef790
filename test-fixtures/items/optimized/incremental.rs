//@ compile-flags: -Copt-level=3 -Cincremental=$SCRATCH/inc
//@ check-cgus
// An incremental build inlines nothing before LLVM and infers nothing, so that a small edit stays small.
mod a {
    pub fn leaf(n: u32) -> u32 {
        n + 1
    }

    #[inline]
    pub fn hinted(n: u32) -> u32 {
        leaf(n)
    }
}

fn generic<T>(t: T) -> T {
    t
}

struct Loud(u32);

impl Drop for Loud {
    fn drop(&mut self) {
        self.0 = a::hinted(0);
    }
}

fn main() {
    a::leaf(1);
    a::hinted(2);
    generic(Loud(3));
    (|| generic('a'))();
}

//~ MONO_ITEM fn <Loud as std::ops::Drop>::drop @@ incremental-fallback.cgu[Internal]
//~ MONO_ITEM fn a::hinted @@ incremental-fallback.cgu[Internal] incremental[Internal]
//~ MONO_ITEM fn a::leaf @@ incremental-a[External]
//~ MONO_ITEM fn generic::<Loud> @@ incremental.volatile[External]
//~ MONO_ITEM fn generic::<char> @@ incremental.volatile[External]
//~ MONO_ITEM fn main @@ incremental[External]
//~ MONO_ITEM fn main::{closure#0} @@ incremental[Internal]
//~ MONO_ITEM fn std::ptr::drop_in_place::<Loud> - shim(Some(Loud)) @@ incremental-fallback.cgu[External]
