// Checked arithmetic and indexing of builtin types panic without making an item of the operator.
fn index<T: Copy>(xs: &[T], i: usize) -> T {
    xs[i]
}

fn divide(a: i32, b: i32) -> i32 {
    a / b + a % b - (a << 3) + -a
}

fn wrap<T: std::ops::Add<Output = T>>(a: T, b: T) -> T {
    a + b
}

fn main() {
    index(&[1u8], 0);
    index(&["a"], 0);
    divide(7, 2);
    wrap(1u8, 2);
    wrap(1.0f64, 2.0);
}

//~ MONO_ITEM fn divide
//~ MONO_ITEM fn index::<&str>
//~ MONO_ITEM fn index::<u8>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn wrap::<f64>
//~ MONO_ITEM fn wrap::<u8>
