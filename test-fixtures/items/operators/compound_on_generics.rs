// Operators on parameters are calls; on integers they are not.
use std::ops::{AddAssign, Index, Mul, Neg, Not};

#[derive(Clone, Copy)]
struct V(i32);

impl Mul<i32> for V {
    type Output = V;
    fn mul(self, n: i32) -> V {
        V(self.0 * n)
    }
}

impl Neg for V {
    type Output = V;
    fn neg(self) -> V {
        V(-self.0)
    }
}

impl AddAssign<&V> for V {
    fn add_assign(&mut self, other: &V) {
        self.0 += other.0;
    }
}

struct Grid<T>(Vec<T>);

impl<T> Index<(usize, usize)> for Grid<T> {
    type Output = T;
    fn index(&self, (x, y): (usize, usize)) -> &T {
        &self.0[x + y]
    }
}

fn scale<T: Mul<i32, Output = T> + Neg<Output = T>>(x: T) -> T {
    -(x * 3)
}

fn flip<T: Not<Output = T>>(x: T) -> T {
    !x
}

fn main() {
    let mut v = scale(V(1));
    v += &V(2);
    scale(4);
    flip(true);
    flip(5u8);
    let grid = Grid(vec![v]);
    let _ = grid[(0, 0)].0;
}

//~ MONO_ITEM fn <Grid<V> as std::ops::Index<(usize, usize)>>::index
//~ MONO_ITEM fn <V as std::ops::AddAssign<&V>>::add_assign
//~ MONO_ITEM fn <V as std::ops::Mul<i32>>::mul
//~ MONO_ITEM fn <V as std::ops::Neg>::neg
//~ MONO_ITEM fn flip::<bool>
//~ MONO_ITEM fn flip::<u8>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn scale::<V>
//~ MONO_ITEM fn scale::<i32>
//~ MONO_ITEM fn std::ptr::drop_in_place::<Grid<V>> - shim(Some(Grid<V>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<V>> - shim(Some(std::vec::Vec<V>))
