// Operators between values and references, and compound assignment.
use std::ops::*;
#[derive(Clone, Copy, PartialEq, PartialOrd, Debug)]
struct V(f32);
impl Add for V {
    type Output = V;
    fn add(self, o: V) -> V {
        V(self.0 + o.0)
    }
}
impl<'a> Add<&'a V> for &'a V {
    type Output = V;
    fn add(self, o: &V) -> V {
        V(self.0 + o.0)
    }
}
impl Mul<f32> for V {
    type Output = V;
    fn mul(self, f: f32) -> V {
        V(self.0 * f)
    }
}
impl Mul<V> for f32 {
    type Output = V;
    fn mul(self, v: V) -> V {
        v * self
    }
}
impl AddAssign<f32> for V {
    fn add_assign(&mut self, f: f32) {
        self.0 += f
    }
}
impl Neg for &V {
    type Output = V;
    fn neg(self) -> V {
        V(-self.0)
    }
}
impl Index<u8> for V {
    type Output = f32;
    fn index(&self, _: u8) -> &f32 {
        &self.0
    }
}
impl IndexMut<u8> for V {
    fn index_mut(&mut self, _: u8) -> &mut f32 {
        &mut self.0
    }
}
fn sum<T: Copy + Add<Output = T>>(a: T, b: T) -> T
where
    for<'a> &'a T: Add<&'a T, Output = T>,
{
    &(a + b) + &a
}
fn main() {
    let mut v = V(1.0) + 2.0 * V(3.0);
    v += 1.0;
    v[0] *= 2.0;
    let n = -&v;
    let _ = v[1] > n[2] && v < n && sum(v, n) != v;
    let x = &1u8 + 2;
    let _ = &x << 1;
}

//~ MONO_ITEM fn <&V as std::ops::Add>::add
//~ MONO_ITEM fn <&V as std::ops::Neg>::neg
//~ MONO_ITEM fn <V as std::cmp::PartialEq>::eq
//~ MONO_ITEM fn <V as std::cmp::PartialOrd>::partial_cmp
//~ MONO_ITEM fn <V as std::ops::Add>::add
//~ MONO_ITEM fn <V as std::ops::AddAssign<f32>>::add_assign
//~ MONO_ITEM fn <V as std::ops::Index<u8>>::index
//~ MONO_ITEM fn <V as std::ops::IndexMut<u8>>::index_mut
//~ MONO_ITEM fn <V as std::ops::Mul<f32>>::mul
//~ MONO_ITEM fn <impl std::ops::Mul<V> for f32>::mul
//~ MONO_ITEM fn main
//~ MONO_ITEM fn sum::<V>
