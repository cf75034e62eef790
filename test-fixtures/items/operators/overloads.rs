// Operators on a user type: binary, unary, assigning, comparing, on values and on references.
use std::cmp::Ordering;
use std::ops::{Add, AddAssign, BitOr, Mul, Neg, Not, Rem, Shl, Sub};

#[derive(Clone, Copy)]
struct V(i32, i32);

impl Add for V {
    type Output = V;
    fn add(self, o: V) -> V {
        V(self.0 + o.0, self.1 + o.1)
    }
}
impl<'a> Add<&'a V> for &'a V {
    type Output = V;
    fn add(self, o: &V) -> V {
        *self + *o
    }
}
impl Sub for V {
    type Output = i32;
    fn sub(self, o: V) -> i32 {
        self.0 - o.0
    }
}
impl Mul<i32> for V {
    type Output = V;
    fn mul(self, k: i32) -> V {
        V(self.0 * k, self.1 * k)
    }
}
impl Mul<V> for i32 {
    type Output = V;
    fn mul(self, v: V) -> V {
        v * self
    }
}
impl Neg for V {
    type Output = V;
    fn neg(self) -> V {
        V(-self.0, -self.1)
    }
}
impl Not for V {
    type Output = bool;
    fn not(self) -> bool {
        self.0 == 0 && self.1 == 0
    }
}
impl AddAssign for V {
    fn add_assign(&mut self, o: V) {
        self.0 += o.0;
        self.1 += o.1;
    }
}
impl AddAssign<i32> for V {
    fn add_assign(&mut self, k: i32) {
        *self += V(k, k);
    }
}
impl<T> BitOr<T> for V {
    type Output = T;
    fn bitor(self, t: T) -> T {
        t
    }
}
impl PartialEq for V {
    fn eq(&self, o: &V) -> bool {
        self.0 == o.0
    }
}
impl PartialEq<i32> for V {
    fn eq(&self, k: &i32) -> bool {
        self.0 == *k
    }
}
impl PartialOrd for V {
    fn partial_cmp(&self, o: &V) -> Option<Ordering> {
        self.0.partial_cmp(&o.0)
    }
}
impl Shl<u32> for &V {
    type Output = V;
    fn shl(self, by: u32) -> V {
        V(self.0 << by, self.1 << by)
    }
}
#[allow(dead_code)]
impl Rem for V {
    type Output = V;
    fn rem(self, _: V) -> V {
        self
    }
}

fn main() {
    let mut a = V(1, 2);
    let b = &a + &V(3, 4);
    a += b;
    a += 5;
    let _ = 2 * -a;
    let _ = (a - b) + 1;
    let _ = !a;
    let _ = a | "text";
    let _ = a == b || a == 3 || a != b;
    let _ = a < b;
    let _ = &a << 2;
    let _ = 7 % 4;
}

//~ MONO_ITEM fn <&V as std::ops::Add>::add
//~ MONO_ITEM fn <&V as std::ops::Shl<u32>>::shl
//~ MONO_ITEM fn <V as std::cmp::PartialEq<i32>>::eq
//~ MONO_ITEM fn <V as std::cmp::PartialEq>::eq
//~ MONO_ITEM fn <V as std::cmp::PartialOrd>::partial_cmp
//~ MONO_ITEM fn <V as std::ops::Add>::add
//~ MONO_ITEM fn <V as std::ops::AddAssign<i32>>::add_assign
//~ MONO_ITEM fn <V as std::ops::AddAssign>::add_assign
//~ MONO_ITEM fn <V as std::ops::BitOr<&str>>::bitor
//~ MONO_ITEM fn <V as std::ops::Mul<i32>>::mul
//~ MONO_ITEM fn <V as std::ops::Neg>::neg
//~ MONO_ITEM fn <V as std::ops::Not>::not
//~ MONO_ITEM fn <V as std::ops::Sub>::sub
//~ MONO_ITEM fn <impl std::ops::Mul<V> for i32>::mul
//~ MONO_ITEM fn main
