// Sharing cuts copies downstream: a callee whose parameter is unused has one copy however its callers differ.
fn log<T>(message: &str) -> usize {
    message.len()
}

fn validate<T, E>(n: u32, error: E) -> Result<u32, E> {
    if n > 3 { Err(error) } else { Ok(n) }
}

fn process<T: Copy>(t: T) -> usize {
    let _ = validate::<T, &str>(1, "bad");
    log::<T>("processed") + std::mem::size_of_val(&t)
}

fn grow<A, B>(depth: usize) -> usize {
    log::<(A, B)>("grow") + depth
}

fn main() {
    process(1u8);
    process(2u16);
    process('c');
    grow::<u8, u16>(1);
    grow::<u16, u8>(2);
    let _ = validate::<u8, u8>(9, 1);
}

//~ UNUSED 2:4 fn log: T
//~ UNUSED 6:4 fn validate: T
//~ POLY_ITEM fn grow::<u16, u8>
//~ POLY_ITEM fn grow::<u8, u16>
//~ POLY_ITEM fn log::<T>
//~ POLY_ITEM fn main
//~ POLY_ITEM fn process::<char>
//~ POLY_ITEM fn process::<u16>
//~ POLY_ITEM fn process::<u8>
//~ POLY_ITEM fn validate::<T, &str>
//~ POLY_ITEM fn validate::<T, u8>
