// A closure has its parent's parameters; one that captures and mentions none of them has one copy.
fn g<T>() -> usize {
    let n = 1;
    let closure = || n;
    closure()
}

fn with_argument<T: Copy>(t: T) -> u32 {
    let double = |n: u32| n * 2;
    let _ = t;
    double(4)
}

fn main() {
    g::<u8>();
    g::<String>();
    with_argument('c');
    with_argument(1.5f32);
}

//~ UNUSED 2:4 fn g: T
//~ UNUSED 4:19 closure: T
//~ UNUSED 9:18 closure: T
//~ POLY_ITEM fn g::<T>
//~ POLY_ITEM fn g::<T>::{closure#0}
//~ POLY_ITEM fn main
//~ POLY_ITEM fn with_argument::<T>::{closure#0}
//~ POLY_ITEM fn with_argument::<char>
//~ POLY_ITEM fn with_argument::<f32>
