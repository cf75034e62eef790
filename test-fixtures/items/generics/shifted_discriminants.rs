// A discriminant that begins like a literal is more than that.
#[derive(Clone, Copy)]
#[repr(u8)]
enum Bit {
    First = 1 << 0,
    Second = 1 << 1,
    Next,
    Last = 0x10 - 1,
}
fn take<const N: usize>() -> usize {
    N
}
fn main() {
    take::<{ Bit::First as usize }>();
    take::<{ Bit::Second as usize }>();
    take::<{ Bit::Next as usize }>();
    take::<{ Bit::Last as usize }>();
}

//~ MONO_ITEM fn main
//~ MONO_ITEM fn take::<15>
//~ MONO_ITEM fn take::<1>
//~ MONO_ITEM fn take::<2>
//~ MONO_ITEM fn take::<3>
