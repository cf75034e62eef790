// Associated constants of a parameter use it; constants of fixed types do not; generic consts are followed.
trait Id {
    const ID: u32;
    const FIXED: u32 = 9;
}

impl Id for u8 {
    const ID: u32 = 1;
}

impl Id for u16 {
    const ID: u32 = 2;
}

struct Table<T>(T);

impl<T> Table<T> {
    const SIZE: usize = 4;
    const WIDTH: usize = std::mem::size_of::<T>();
}

fn reads<T: Id>() -> u32 {
    T::ID
}

fn fixed<T: Id>() -> u32 {
    <u8 as Id>::ID
}

fn size<T>() -> usize {
    Table::<T>::SIZE
}

fn width<T>() -> usize {
    Table::<T>::WIDTH
}

fn default<T: Id>() -> u32 {
    T::FIXED
}

fn main() {
    reads::<u8>();
    fixed::<u8>();
    fixed::<u16>();
    size::<u8>();
    width::<u16>();
    default::<u8>();
}

//~ UNUSED 26:4 fn fixed: T
//~ POLY_ITEM fn default::<u8>
//~ POLY_ITEM fn fixed::<T>
//~ POLY_ITEM fn main
//~ POLY_ITEM fn reads::<u8>
//~ POLY_ITEM fn size::<u8>
//~ POLY_ITEM fn width::<u16>
