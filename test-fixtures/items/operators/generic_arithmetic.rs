// Operators through bounds: `T: Add<Output = T>`, sums over references, and an operator trait as a supertrait.
use std::ops::{Add, Mul};

trait Number: Copy + Add<Output = Self> + Mul<Output = Self> + PartialOrd {
    const ZERO: Self;
    const ONE: Self;
}

impl Number for i32 {
    const ZERO: i32 = 0;
    const ONE: i32 = 1;
}

impl Number for f64 {
    const ZERO: f64 = 0.0;
    const ONE: f64 = 1.0;
}

#[derive(Clone, Copy, PartialEq, PartialOrd)]
struct Mod7(u8);

impl Add for Mod7 {
    type Output = Mod7;
    fn add(self, o: Mod7) -> Mod7 {
        Mod7((self.0 + o.0) % 7)
    }
}
impl Mul for Mod7 {
    type Output = Mod7;
    fn mul(self, o: Mod7) -> Mod7 {
        Mod7((self.0 * o.0) % 7)
    }
}
impl Number for Mod7 {
    const ZERO: Mod7 = Mod7(0);
    const ONE: Mod7 = Mod7(1);
}

fn power<N: Number>(base: N, exponent: u32) -> N {
    let mut acc = N::ONE;
    let mut i = 0;
    while i < exponent {
        acc = acc * base;
        i += 1;
    }
    acc
}

fn dot<N: Number>(a: &[N], b: &[N]) -> N {
    let mut sum = N::ZERO;
    for i in 0..a.len() {
        sum = sum + a[i] * b[i];
    }
    sum
}

fn max<N>(a: N, b: N) -> N
where
    N: Number,
{
    if a > b { a } else { b }
}

fn sum_refs<'a, T>(a: &'a T, b: &'a T) -> T
where
    &'a T: Add<&'a T, Output = T>,
{
    a + b
}

fn main() {
    power(2, 10);
    power(Mod7(3), 2);
    dot(&[1.0, 2.0], &[3.0, 4.0]);
    max(Mod7(1), Mod7(5));
    sum_refs(&1u64, &2);
}

//~ MONO_ITEM fn <Mod7 as std::cmp::PartialOrd>::partial_cmp
//~ MONO_ITEM fn <Mod7 as std::ops::Mul>::mul
//~ MONO_ITEM fn dot::<f64>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn max::<Mod7>
//~ MONO_ITEM fn power::<Mod7>
//~ MONO_ITEM fn power::<i32>
//~ MONO_ITEM fn sum_refs::<'_, u64>
