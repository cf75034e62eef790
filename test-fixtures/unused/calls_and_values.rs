// Passing a parameter on as a generic argument uses it, even where the callee does not; fn items and pointers too.
fn callee<T>() -> u32 {
    0
}

fn passes_on<T>() -> u32 {
    callee::<T>()
}

fn other_argument<T>() -> u32 {
    callee::<u8>()
}

fn as_value<T>() -> u32 {
    let f = callee::<T>;
    f()
}

fn as_pointer<T>() -> fn() -> u32 {
    callee::<T>
}

fn wrapped<T>() -> u32 {
    callee::<Option<&'static [u8; 4]>>()
}

fn main() {
    passes_on::<u8>();
    passes_on::<u16>();
    other_argument::<u8>();
    other_argument::<u16>();
    as_value::<u8>();
    as_pointer::<u8>()();
    wrapped::<u8>();
    callee::<()>();
}

//~ UNUSED 2:4 fn callee: T
//~ UNUSED 10:4 fn other_argument: T
//~ UNUSED 23:4 fn wrapped: T
//~ POLY_ITEM fn as_pointer::<u8>
//~ POLY_ITEM fn as_value::<u8>
//~ POLY_ITEM fn callee::<T>
//~ POLY_ITEM fn main
//~ POLY_ITEM fn other_argument::<T>
//~ POLY_ITEM fn passes_on::<u16>
//~ POLY_ITEM fn passes_on::<u8>
//~ POLY_ITEM fn wrapped::<T>
