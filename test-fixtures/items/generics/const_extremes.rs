// The ends of an integer type's range print by name, whatever the program wrote.
fn width<const N: usize>() {}
fn byte<const B: u8>() {}
fn signed<const I: i8>() {}
fn wide<const I: i128>() {}
struct Cap<const N: u32>;

impl<const N: u32> Cap<N> {
    fn get(&self) -> u32 {
        N
    }
}

fn main() {
    width::<{ usize::MAX }>();
    width::<18446744073709551614>();
    width::<0>();
    byte::<255>();
    byte::<127>();
    signed::<127>();
    signed::<{ -128 }>();
    signed::<{ -127 }>();
    signed::<0>();
    wide::<{ i128::MIN }>();
    Cap::<{ u32::MAX }>.get();
    Cap::<{ u16::MAX as u32 }>.get();
}

//~ MONO_ITEM fn Cap::<65535>::get
//~ MONO_ITEM fn Cap::<u32::MAX>::get
//~ MONO_ITEM fn byte::<127>
//~ MONO_ITEM fn byte::<u8::MAX>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn signed::<-127>
//~ MONO_ITEM fn signed::<0>
//~ MONO_ITEM fn signed::<i8::MAX>
//~ MONO_ITEM fn signed::<i8::MIN>
//~ MONO_ITEM fn wide::<i128::MIN>
//~ MONO_ITEM fn width::<0>
//~ MONO_ITEM fn width::<18446744073709551614>
//~ MONO_ITEM fn width::<usize::MAX>
