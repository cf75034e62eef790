// Const parameters of several types, arrays by length, expressions as arguments, defaults.
struct Matrix<const R: usize, const C: usize> {
    cells: [[i32; C]; R],
}

impl<const R: usize, const C: usize> Matrix<R, C> {
    const fn zero() -> Self {
        Matrix { cells: [[0; C]; R] }
    }

    fn transpose(&self) -> Matrix<C, R> {
        let mut out = Matrix::<C, R>::zero();
        let mut r = 0;
        while r < R {
            let mut c = 0;
            while c < C {
                out.cells[c][r] = self.cells[r][c];
                c += 1;
            }
            r += 1;
        }
        out
    }

    fn times<const K: usize>(&self, other: &Matrix<C, K>) -> Matrix<R, K> {
        let mut out = Matrix::zero();
        for (r, row) in self.cells.iter().enumerate() {
            for k in 0..K {
                for c in 0..C {
                    out.cells[r][k] += row[c] * other.cells[c][k];
                }
            }
        }
        out
    }
}

fn pick<const SIGNED: bool>(n: i32) -> i32 {
    if SIGNED { n } else { n.abs() }
}

fn tagged<const TAG: char>() -> char {
    TAG
}

struct Ring<T, const N: usize = 8>([T; N]);

impl<T: Copy, const N: usize> Ring<T, N> {
    fn first(&self) -> T {
        self.0[0]
    }
}

fn len<T, const N: usize>(_: &[T; N]) -> usize {
    N
}

const WIDTH: usize = 2;

fn main() {
    let m = Matrix::<2, 3>::zero();
    let t = m.transpose();
    let _ = m.times(&t);
    let _ = pick::<true>(1) + pick::<{ 1 > 2 }>(-1);
    let _ = tagged::<'x'>();
    let ring: Ring<u8> = Ring([0; 8]);
    let _ = ring.first();
    let _ = Ring([1.5f32; WIDTH + 1]).first();
    let _ = len(&[1, 2, 3]) + len(&["a"]);
}

//~ MONO_ITEM fn Matrix::<2, 2>::zero
//~ MONO_ITEM fn Matrix::<2, 3>::times::<2>
//~ MONO_ITEM fn Matrix::<2, 3>::transpose
//~ MONO_ITEM fn Matrix::<2, 3>::zero
//~ MONO_ITEM fn Matrix::<3, 2>::zero
//~ MONO_ITEM fn Ring::<f32, 3>::first
//~ MONO_ITEM fn Ring::<u8>::first
//~ MONO_ITEM fn len::<&str, 1>
//~ MONO_ITEM fn len::<i32, 3>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn pick::<false>
//~ MONO_ITEM fn pick::<true>
//~ MONO_ITEM fn tagged::<'x'>
