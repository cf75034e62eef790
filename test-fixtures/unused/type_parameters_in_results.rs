// Results and options of parameters' types: constructing a variant that does not hold one still types the local.
fn fails<T>() -> Result<T, u8> {
    Err(1)
}

fn nothing<T>() -> Option<T> {
    None
}

fn unit_ok<E>() -> Result<(), E> {
    Ok(())
}

fn question<T, E: From<u8>>() -> Result<u32, E> {
    fails::<u32>()?;
    Ok(1)
}

fn empty_vec<T>() -> Vec<T> {
    Vec::new()
}

fn length<T>() -> usize {
    let v: Vec<u8> = Vec::new();
    v.len()
}

fn main() {
    let _ = fails::<u16>();
    let _ = nothing::<u16>();
    let _ = unit_ok::<u16>();
    let _ = question::<u16, u32>();
    let _ = empty_vec::<u16>();
    length::<u16>();
    length::<u8>();
}

//~ UNUSED 14:4 fn question: T
//~ UNUSED 23:4 fn length: T
//~ POLY_ITEM fn empty_vec::<u16>
//~ POLY_ITEM fn fails::<u16>
//~ POLY_ITEM fn fails::<u32>
//~ POLY_ITEM fn length::<T>
//~ POLY_ITEM fn main
//~ POLY_ITEM fn nothing::<u16>
//~ POLY_ITEM fn question::<T, u32>
//~ POLY_ITEM fn unit_ok::<u16>
