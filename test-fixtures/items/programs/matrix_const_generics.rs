// A small matrix library: const generics, operators, iterators and formatting together.
use std::fmt;
use std::ops::{Add, Index, IndexMut, Mul};

#[derive(Clone, Copy, PartialEq)]
struct Matrix<T, const R: usize, const C: usize>([[T; C]; R]);

impl<T: Copy + Default, const R: usize, const C: usize> Matrix<T, R, C> {
    fn zero() -> Self {
        Matrix([[T::default(); C]; R])
    }
    fn transpose(&self) -> Matrix<T, C, R> {
        let mut out = Matrix::zero();
        for r in 0..R {
            for c in 0..C {
                out[(c, r)] = self[(r, c)];
            }
        }
        out
    }
}

impl<T, const R: usize, const C: usize> Index<(usize, usize)> for Matrix<T, R, C> {
    type Output = T;
    fn index(&self, (r, c): (usize, usize)) -> &T {
        &self.0[r][c]
    }
}

impl<T, const R: usize, const C: usize> IndexMut<(usize, usize)> for Matrix<T, R, C> {
    fn index_mut(&mut self, (r, c): (usize, usize)) -> &mut T {
        &mut self.0[r][c]
    }
}

impl<T, const R: usize, const K: usize, const C: usize> Mul<Matrix<T, K, C>> for Matrix<T, R, K>
where
    T: Copy + Default + Add<Output = T> + Mul<Output = T>,
{
    type Output = Matrix<T, R, C>;
    fn mul(self, other: Matrix<T, K, C>) -> Matrix<T, R, C> {
        let mut out = Matrix::zero();
        for r in 0..R {
            for c in 0..C {
                out[(r, c)] = (0..K).fold(T::default(), |sum, k| sum + self[(r, k)] * other[(k, c)]);
            }
        }
        out
    }
}

impl<T: fmt::Display, const R: usize, const C: usize> fmt::Display for Matrix<T, R, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for row in &self.0 {
            for x in row {
                write!(f, "{x} ")?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

fn main() {
    let a = Matrix([[1.0f64, 2.0, 3.0], [4.0, 5.0, 6.0]]);
    let square = a * a.transpose();
    println!("{square}");
    let _ = Matrix([[1u8]]).transpose() == Matrix([[1]]);
}

//~ MONO_ITEM fn <Matrix<f64, 2, 2> as std::fmt::Display>::fmt
//~ MONO_ITEM fn <Matrix<f64, 2, 2> as std::ops::IndexMut<(usize, usize)>>::index_mut
//~ MONO_ITEM fn <Matrix<f64, 2, 3> as std::ops::Index<(usize, usize)>>::index
//~ MONO_ITEM fn <Matrix<f64, 2, 3> as std::ops::Mul<Matrix<f64, 3, 2>>>::mul
//~ MONO_ITEM fn <Matrix<f64, 2, 3> as std::ops::Mul<Matrix<f64, 3, 2>>>::mul::{closure#0}
//~ MONO_ITEM fn <Matrix<f64, 3, 2> as std::ops::Index<(usize, usize)>>::index
//~ MONO_ITEM fn <Matrix<f64, 3, 2> as std::ops::IndexMut<(usize, usize)>>::index_mut
//~ MONO_ITEM fn <Matrix<u8, 1, 1> as std::cmp::PartialEq>::eq
//~ MONO_ITEM fn <Matrix<u8, 1, 1> as std::ops::Index<(usize, usize)>>::index
//~ MONO_ITEM fn <Matrix<u8, 1, 1> as std::ops::IndexMut<(usize, usize)>>::index_mut
//~ MONO_ITEM fn Matrix::<f64, 2, 2>::zero
//~ MONO_ITEM fn Matrix::<f64, 2, 3>::transpose
//~ MONO_ITEM fn Matrix::<f64, 3, 2>::zero
//~ MONO_ITEM fn Matrix::<u8, 1, 1>::transpose
//~ MONO_ITEM fn Matrix::<u8, 1, 1>::zero
//~ MONO_ITEM fn main
