// Literals take their type from wherever it is decided, however late; i32 and f64 where it is not.
fn id<T>(x: T) -> T {
    x
}

fn both<T>(a: T, _: T) -> T {
    a
}

fn main() {
    let a = id(1);
    let _: u8 = a;
    let b = id(2);
    let _ = both(b, 3);
    let mut c = Vec::new();
    c.push(id(4));
    c.push(5u16);
    let d = both(1.5, id(2.5));
    let _: f32 = d;
    let _ = id(-1) + id(2);
    let _ = [id(6), 7i64];
    let _ = id(8) << id(9u8);
}

//~ MONO_ITEM fn both::<f32>
//~ MONO_ITEM fn both::<i32>
//~ MONO_ITEM fn id::<f32>
//~ MONO_ITEM fn id::<i32>
//~ MONO_ITEM fn id::<i64>
//~ MONO_ITEM fn id::<u16>
//~ MONO_ITEM fn id::<u8>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u16>> - shim(Some(std::vec::Vec<u16>))
