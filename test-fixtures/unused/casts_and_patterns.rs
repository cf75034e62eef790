// Types inside casts, patterns, let annotations, array lengths and constants of bodies.
fn cast<T>(p: *const u8) -> *const T {
    p as *const T
}

fn cast_unused<T>(n: u8) -> u32 {
    n as u32
}

fn annotation<T>() {
    let _none: Option<&T> = None;
}

fn phantom<T>() {
    let _p: std::marker::PhantomData<T> = std::marker::PhantomData;
}

fn pattern<T>(o: Option<u8>) -> u8 {
    match o {
        Some(n) => n,
        None => 0,
    }
}

fn constant<T>() -> usize {
    const N: usize = 3;
    N
}

fn align<T>() -> usize {
    std::mem::align_of::<T>()
}

fn main() {
    cast::<u16>(std::ptr::null());
    cast_unused::<u8>(1);
    cast_unused::<u16>(1);
    annotation::<u8>();
    phantom::<u8>();
    pattern::<u8>(None);
    pattern::<char>(Some(1));
    constant::<u8>();
    align::<u32>();
}

//~ UNUSED 6:4 fn cast_unused: T
//~ UNUSED 18:4 fn pattern: T
//~ UNUSED 25:4 fn constant: T
//~ POLY_ITEM fn align::<u32>
//~ POLY_ITEM fn annotation::<u8>
//~ POLY_ITEM fn cast::<u16>
//~ POLY_ITEM fn cast_unused::<T>
//~ POLY_ITEM fn constant::<T>
//~ POLY_ITEM fn main
//~ POLY_ITEM fn pattern::<T>
//~ POLY_ITEM fn phantom::<u8>
