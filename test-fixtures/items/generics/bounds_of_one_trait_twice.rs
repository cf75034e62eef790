// A trait that a parameter has twice, with other arguments: the operand says which is meant.
trait Cast<Src> {
    type Output;
    fn cast(_: Src) -> Self::Output;
}

impl Cast<usize> for f64 {
    type Output = f64;
    fn cast(n: usize) -> f64 {
        n as f64
    }
}

impl Cast<f32> for f64 {
    type Output = f64;
    fn cast(n: f32) -> f64 {
        n as f64
    }
}

trait Float: Copy + Cast<usize, Output = Self> + Cast<f32, Output = Self> {}

impl Float for f64 {}

fn narrow<A: Float>(a: A) -> (A, A) {
    let k = A::cast(1.5_f32);
    let _ = a;
    (k, A::cast(2))
}

fn only<A: Float>(_: A) -> A {
    A::cast(1.5_f32)
}

fn main() {
    narrow(1.0);
    only(1.0);
}

//~ MONO_ITEM fn <f64 as Cast<f32>>::cast
//~ MONO_ITEM fn <f64 as Cast<usize>>::cast
//~ MONO_ITEM fn main
//~ MONO_ITEM fn narrow::<f64>
//~ MONO_ITEM fn only::<f64>
