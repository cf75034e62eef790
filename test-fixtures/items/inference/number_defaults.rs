// Literals whose type nothing fixes are i32 and f64; suffixes, methods, comparisons and arrays fix others.
fn show<T>(_: T) {}

fn same<T>(_: T, _: T) {}

trait Width {
    fn width(&self) -> u32;
}
impl Width for i32 {
    fn width(&self) -> u32 {
        32
    }
}
impl Width for i64 {
    fn width(&self) -> u32 {
        64
    }
}
impl Width for f64 {
    fn width(&self) -> u32 {
        164
    }
}

fn wide() -> u128 {
    7
}

fn main() {
    show(1);
    show(1.0);
    show(2u8);
    show(-3);
    let a = 4;
    let b: i64 = a;
    same(a, b);
    let mut later = 5;
    later += wide();
    show(later);
    1.width();
    2.5.width();
    let array = [1, 2, 3i16];
    show(array[0]);
    let index = 1;
    show(array[index]);
    show(index);
    let shifted = 1 << 3u8;
    show(shifted);
    let float = 1.5 * 2.0f32;
    show(float);
    show((1, 2.0, b'x'));
    let inferred = if later > 3 { 1 } else { 2u16 };
    show(inferred);
    for i in 0..3 {
        show(i);
    }
}

//~ MONO_ITEM fn <f64 as Width>::width
//~ MONO_ITEM fn <i32 as Width>::width
//~ MONO_ITEM fn main
//~ MONO_ITEM fn same::<i64>
//~ MONO_ITEM fn show::<(i32, f64, u8)>
//~ MONO_ITEM fn show::<f32>
//~ MONO_ITEM fn show::<f64>
//~ MONO_ITEM fn show::<i16>
//~ MONO_ITEM fn show::<i32>
//~ MONO_ITEM fn show::<u128>
//~ MONO_ITEM fn show::<u16>
//~ MONO_ITEM fn show::<u8>
//~ MONO_ITEM fn show::<usize>
//~ MONO_ITEM fn wide
