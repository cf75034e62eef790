// `#[inline]`, `#[inline(never)]` and `#[cold]` on functions with and without parameters.
#[inline]
fn small(n: u8) -> u8 {
    n
}

#[inline(always)]
fn always<T>(t: T) -> T {
    t
}

#[inline(never)]
fn never<T>(t: T) -> T {
    t
}

#[cold]
fn rare() -> u8 {
    small(9)
}

mod inner {
    #[inline]
    pub fn used<T: Default>() -> T {
        T::default()
    }
    #[inline]
    pub fn unused() {}
}

fn main() {
    always(1u8);
    never('a');
    rare();
    inner::used::<u16>();
}

//~ MONO_ITEM fn always::<u8>
//~ MONO_ITEM fn inner::used::<u16>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn never::<char>
//~ MONO_ITEM fn rare
//~ MONO_ITEM fn small
