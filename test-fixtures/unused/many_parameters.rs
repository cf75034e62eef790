// The set is 32 wide in this compiler: parameters past it count as used.
#[rustfmt::skip]
fn many<A0, A1, A2, A3, A4, A5, A6, A7, A8, A9, B0, B1, B2, B3, B4, B5, B6, B7, B8, B9,
        C0, C1, C2, C3, C4, C5, C6, C7, C8, C9, D0, D1, D2, D3>() -> u32 {
    let _used: Option<B5> = None;
    1
}

fn few<A, B, C, D>() -> usize {
    std::mem::size_of::<C>()
}

#[rustfmt::skip]
fn main() {
    many::<u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8,
           u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8>();
    few::<u8, u16, u32, u64>();
}

//~ UNUSED 3:4 fn many: A0, A1, A2, A3, A4, A5, A6, A7, A8, A9, B0, B1, B2, B3, B4, B6, B7, B8, B9, C0, C1, C2, C3, C4, C5, C6, C7, C8, C9, D0, D1
//~ UNUSED 9:4 fn few: A, B, D
//~ POLY_ITEM fn few::<A, B, u32, D>
//~ POLY_ITEM fn main
//~ POLY_ITEM fn many::<A0, A1, A2, A3, A4, A5, A6, A7, A8, A9, B0, B1, B2, B3, B4, u8, B6, B7, B8, B9, C0, C1, C2, C3, C4, C5, C6, C7, C8, C9, D0, D1, u8, u8>
