// Array lengths out of associated consts and const functions.
trait Shape {
    const SIDES: usize;
}

struct Square;
struct Triangle;

impl Shape for Square {
    const SIDES: usize = 4;
}

impl Shape for Triangle {
    const SIDES: usize = Square::SIDES - 1;
}

const fn double(n: usize) -> usize {
    n * 2
}

struct Buffer<const N: usize>([u8; N]);

impl<const N: usize> Buffer<N> {
    const DOUBLE: usize = double(N);
    fn len(&self) -> usize {
        self.0.len() + Self::DOUBLE
    }
}

fn main() {
    Buffer([0; Square::SIDES]).len();
    Buffer([0; double(Triangle::SIDES)]).len();
    Buffer([0; { 2 + 2 }]).len();
}

//~ MONO_ITEM fn Buffer::<4>::len
//~ MONO_ITEM fn Buffer::<6>::len
//~ MONO_ITEM fn main
