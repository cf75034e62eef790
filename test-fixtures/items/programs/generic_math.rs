// Vectors and polynomials over any number: const generic lengths, operators on references, Horner, iterators.
use std::iter::Sum;
use std::ops::{Add, Mul};

#[derive(Clone, Copy, Debug, PartialEq)]
struct Vector<T, const N: usize>([T; N]);

impl<T: Copy + Add<Output = T>, const N: usize> Add for &Vector<T, N> {
    type Output = Vector<T, N>;
    fn add(self, other: Self) -> Vector<T, N> {
        let mut out = self.0;
        for (o, x) in out.iter_mut().zip(other.0.iter()) {
            *o = *o + *x;
        }
        Vector(out)
    }
}

impl<T: Copy + Mul<Output = T>, const N: usize> Mul<T> for Vector<T, N> {
    type Output = Self;
    fn mul(self, k: T) -> Self {
        Vector(self.0.map(|x| x * k))
    }
}

impl<T, const N: usize> Vector<T, N>
where
    T: Copy + Mul<Output = T> + Sum,
{
    fn dot(&self, other: &Self) -> T {
        (0..N).map(|i| self.0[i] * other.0[i]).sum()
    }
}

struct Poly<T> {
    coefficients: Vec<T>,
}

impl<T: Copy + Add<Output = T> + Mul<Output = T> + Default> Poly<T> {
    fn at(&self, x: T) -> T {
        self.coefficients.iter().rev().fold(T::default(), |acc, c| acc * x + *c)
    }
}

#[derive(Clone, Copy, Default)]
struct Complex {
    re: f32,
    im: f32,
}

impl Add for Complex {
    type Output = Complex;
    fn add(self, o: Complex) -> Complex {
        Complex { re: self.re + o.re, im: self.im + o.im }
    }
}

impl Mul for Complex {
    type Output = Complex;
    fn mul(self, o: Complex) -> Complex {
        Complex { re: self.re * o.re - self.im * o.im, im: self.re * o.im + self.im * o.re }
    }
}

impl Sum for Complex {
    fn sum<I: Iterator<Item = Complex>>(iter: I) -> Complex {
        iter.fold(Complex::default(), Add::add)
    }
}

fn main() {
    let v = Vector([1, 2, 3]);
    let w = &v + &v;
    let _ = (w * 2).dot(&v);
    let c = Complex { re: 1.0, im: 2.0 };
    Vector([c; 2]).dot(&Vector([c; 2]));
    let p = Poly { coefficients: vec![c, c] };
    let _ = p.at(c).re + Poly { coefficients: vec![1.5] }.at(2.0) as f32 + p.at(c).im;
}

//~ MONO_ITEM fn <&Vector<i32, 3> as std::ops::Add>::add
//~ MONO_ITEM fn <Complex as std::default::Default>::default
//~ MONO_ITEM fn <Complex as std::iter::Sum>::sum::<std::iter::Map<std::ops::Range<usize>, {closure@generic_math.rs:31:20: 31:23}>>
//~ MONO_ITEM fn <Complex as std::ops::Add>::add
//~ MONO_ITEM fn <Complex as std::ops::Mul>::mul
//~ MONO_ITEM fn <Vector<i32, 3> as std::ops::Mul<i32>>::mul
//~ MONO_ITEM fn <Vector<i32, 3> as std::ops::Mul<i32>>::mul::{closure#0}
//~ MONO_ITEM fn <fn(Complex, Complex) -> <Complex as std::ops::Add>::Output {<Complex as std::ops::Add>::add} as std::ops::FnMut<(Complex, Complex)>>::call_mut - shim(fn(Complex, Complex) -> <Complex as std::ops::Add>::Output {<Complex as std::ops::Add>::add})
//~ MONO_ITEM fn Poly::<Complex>::at
//~ MONO_ITEM fn Poly::<Complex>::at::{closure#0}
//~ MONO_ITEM fn Poly::<f64>::at
//~ MONO_ITEM fn Poly::<f64>::at::{closure#0}
//~ MONO_ITEM fn Vector::<Complex, 2>::dot
//~ MONO_ITEM fn Vector::<Complex, 2>::dot::{closure#0}
//~ MONO_ITEM fn Vector::<i32, 3>::dot
//~ MONO_ITEM fn Vector::<i32, 3>::dot::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<Poly<Complex>> - shim(Some(Poly<Complex>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Poly<f64>> - shim(Some(Poly<f64>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<Complex>> - shim(Some(std::vec::Vec<Complex>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<f64>> - shim(Some(std::vec::Vec<f64>))
