// Recursion passes the parameter on, so it is used; recursion with a fixed argument does not use it.
fn down<T>(n: u32) -> u32 {
    if n == 0 { 0 } else { down::<T>(n - 1) }
}

fn fixed<T>(n: u32) -> u32 {
    if n == 0 { 0 } else { fixed::<u8>(n - 1) }
}

fn ping<T>(n: u32) -> u32 {
    if n == 0 { 1 } else { pong::<T>(n - 1) }
}

fn pong<T>(n: u32) -> u32 {
    if n == 0 { 2 } else { ping::<T>(n - 1) }
}

fn swap<A, B>(n: u32) -> u32 {
    if n == 0 { 3 } else { swap::<B, A>(n - 1) }
}

fn main() {
    down::<u8>(3);
    fixed::<u16>(3);
    ping::<u8>(2);
    swap::<u8, u16>(1);
}

//~ UNUSED 6:4 fn fixed: T
//~ POLY_ITEM fn down::<u8>
//~ POLY_ITEM fn fixed::<T>
//~ POLY_ITEM fn main
//~ POLY_ITEM fn ping::<u8>
//~ POLY_ITEM fn pong::<u8>
//~ POLY_ITEM fn swap::<u16, u8>
//~ POLY_ITEM fn swap::<u8, u16>
