//@ compile-flags: -Copt-level=s
//@ check-cgus
// For size nothing is inlined before LLVM, but small leaf functions are copied where they are used.
mod a {
    pub fn leaf(n: u32) -> u32 {
        n + 1
    }

    pub fn calls(n: u32) -> u32 {
        leaf(n).max(2)
    }
}

fn generic<T>(t: T) -> T {
    t
}

fn main() {
    a::leaf(1);
    a::calls(2);
    generic(3u8);
    (|| generic('a'))();
}

//~ MONO_ITEM fn a::calls @@ level_s-cgu.0[Internal]
//~ MONO_ITEM fn a::leaf @@ level_s-cgu.0[Internal]
//~ MONO_ITEM fn generic::<char> @@ level_s-cgu.0[Internal]
//~ MONO_ITEM fn generic::<u8> @@ level_s-cgu.0[Internal]
//~ MONO_ITEM fn main @@ level_s-cgu.0[External]
//~ MONO_ITEM fn main::{closure#0} @@ level_s-cgu.0[Internal]
