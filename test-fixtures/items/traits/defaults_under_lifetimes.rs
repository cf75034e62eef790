// Default arguments of traits are not printed, and lifetimes of an impl make no difference then.
use std::ops::{Add, Div, Mul, Rem, Sub};

struct W<T>(T);

impl<'a, T> Add for &'a W<T> {
    type Output = u8;
    fn add(self, _: Self) -> u8 {
        1
    }
}

impl<'a, T> Sub<Self> for &'a W<T> {
    type Output = u8;
    fn sub(self, _: Self) -> u8 {
        1
    }
}

impl<'a, 'b, T> Mul<&'b W<T>> for &'a W<T> {
    type Output = u8;
    fn mul(self, _: &'b W<T>) -> u8 {
        1
    }
}

impl<'a, T> Div<&'a W<T>> for &'a W<T> {
    type Output = u8;
    fn div(self, _: &'a W<T>) -> u8 {
        1
    }
}

impl<T> Rem<&W<T>> for &W<T> {
    type Output = u8;
    fn rem(self, _: &W<T>) -> u8 {
        1
    }
}

struct Plain;

impl<'a, 'b> Add<&'b Plain> for &'a Plain {
    type Output = u8;
    fn add(self, _: &'b Plain) -> u8 {
        1
    }
}

impl<'a> Sub<&'static Plain> for &'a Plain {
    type Output = u8;
    fn sub(self, _: &'static Plain) -> u8 {
        [1].iter().map(|x| x + 1).sum()
    }
}

mod elsewhere {
    impl<'a, 'b> std::ops::Mul<&'b super::Plain> for &'a super::Plain {
        type Output = u8;
        fn mul(self, _: &'b super::Plain) -> u8 {
            1
        }
    }

    impl<'a, 'b, T> std::ops::BitAnd<&'b super::W<T>> for &'a super::W<T> {
        type Output = Vec<u8>;
        fn bitand(self, _: &'b super::W<T>) -> Vec<u8> {
            [1u8].iter().map(|x| x + 1).collect()
        }
    }
}

fn main() {
    let w = W(1);
    let _ = (&w + &w, &w - &w, &w * &w, &w / &w, &w % &w, &w & &w);
    let _ = (&Plain + &Plain, &Plain - &Plain, &Plain * &Plain);
}

//~ MONO_ITEM fn <&Plain as std::ops::Add>::add
//~ MONO_ITEM fn <&Plain as std::ops::Sub<&'static Plain>>::sub
//~ MONO_ITEM fn <&Plain as std::ops::Sub<&'static Plain>>::sub::{closure#0}
//~ MONO_ITEM fn <&W<i32> as std::ops::Add>::add
//~ MONO_ITEM fn <&W<i32> as std::ops::Div>::div
//~ MONO_ITEM fn <&W<i32> as std::ops::Mul>::mul
//~ MONO_ITEM fn <&W<i32> as std::ops::Rem>::rem
//~ MONO_ITEM fn <&W<i32> as std::ops::Sub>::sub
//~ MONO_ITEM fn elsewhere::<impl std::ops::BitAnd for &W<i32>>::bitand
//~ MONO_ITEM fn elsewhere::<impl std::ops::BitAnd for &W<i32>>::bitand::{closure#0}
//~ MONO_ITEM fn elsewhere::<impl std::ops::Mul for &Plain>::mul
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<(u8, u8, u8, u8, u8, std::vec::Vec<u8>)> - shim(Some((u8, u8, u8, u8, u8, std::vec::Vec<u8>)))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
