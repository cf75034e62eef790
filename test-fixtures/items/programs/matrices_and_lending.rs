// const generics, GAT, assoc consts, operators, specialization-using std
use std::{
    borrow::Cow,
    collections::HashMap,
    fmt::Debug,
    hash::{BuildHasher, BuildHasherDefault, Hash, Hasher},
    iter::{FromIterator, Sum},
    marker::PhantomData,
    ops::*,
    str::FromStr,
};
#[derive(Clone, Copy, PartialEq, Debug)]
struct M<const R: usize, const C: usize, T = f64>([[T; C]; R]);
impl<const R: usize, const C: usize, T: Default + Copy> Default for M<R, C, T> {
    fn default() -> Self {
        M([[T::default(); C]; R])
    }
}
impl<const R: usize, const K: usize, const C: usize, T: Copy + Default + Mul<Output = T> + AddAssign>
    Mul<M<K, C, T>> for M<R, K, T>
{
    type Output = M<R, C, T>;
    fn mul(self, o: M<K, C, T>) -> M<R, C, T> {
        let mut m = M::default();
        for r in 0..R {
            for c in 0..C {
                for k in 0..K {
                    m[(r, c)] += self[(r, k)] * o[(k, c)];
                }
            }
        }
        m
    }
}
impl<const R: usize, const C: usize, T> Index<(usize, usize)> for M<R, C, T> {
    type Output = T;
    fn index(&self, (r, c): (usize, usize)) -> &T {
        &self.0[r][c]
    }
}
impl<const R: usize, const C: usize, T> IndexMut<(usize, usize)> for M<R, C, T> {
    fn index_mut(&mut self, (r, c): (usize, usize)) -> &mut T {
        &mut self.0[r][c]
    }
}
impl<const N: usize, T: Copy + Sum<T>> M<N, N, T> {
    const LEN: usize = N * N;
    fn trace(&self) -> T {
        (0..N).map(|i| self[(i, i)]).sum()
    }
}
trait Lend {
    type Item<'a>
    where
        Self: 'a;
    fn next<'a>(&'a mut self) -> Option<Self::Item<'a>>;
    fn each(mut self, mut f: impl FnMut(Self::Item<'_>))
    where
        Self: Sized,
    {
        while let Some(x) = self.next() {
            f(x)
        }
    }
}
struct Win<'s, T> {
    s: &'s mut [T],
    at: usize,
}
impl<'s, T> Lend for Win<'s, T> {
    type Item<'a>
        = &'a mut [T]
    where
        Self: 'a;
    fn next<'a>(&'a mut self) -> Option<&'a mut [T]> {
        let at = self.at;
        self.at += 1;
        self.s.get_mut(at..at + 2)
    }
}
#[derive(Default)]
struct Fx(u64);
impl Hasher for Fx {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, b: &[u8]) {
        for x in b {
            self.0 = self.0.rotate_left(5) ^ *x as u64;
        }
    }
}
type FxMap<K, V> = HashMap<K, V, BuildHasherDefault<Fx>>;
struct Bits<T>(T, PhantomData<fn() -> T>);
impl<T: BitAnd<Output = T> + Shl<u32, Output = T> + From<u8> + Copy + PartialEq> Bits<T> {
    fn has(&self, n: u32) -> bool {
        self.0 & (T::from(1) << n) != T::from(0)
    }
}
impl FromStr for M<1, 2, i32> {
    type Err = std::num::ParseIntError;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let (a, b) = s.split_once(',').unwrap_or((s, "0"));
        Ok(M([[a.parse()?, b.parse()?]]))
    }
}
struct Bag<T>(Vec<T>);
impl<T> FromIterator<T> for Bag<T> {
    fn from_iter<I: IntoIterator<Item = T>>(i: I) -> Self {
        Bag(i.into_iter().collect())
    }
}
impl<T> IntoIterator for Bag<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
impl<'a, T> IntoIterator for &'a Bag<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}
impl<T> Extend<T> for Bag<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, i: I) {
        for x in i {
            self.0.push(x)
        }
    }
}
fn norm(s: &str) -> Cow<'_, str> {
    if s.contains(' ') {
        Cow::Owned(s.replace(' ', "_"))
    } else {
        Cow::Borrowed(s)
    }
}
fn show<T: Debug + ?Sized>(t: &T) -> String {
    format!("{t:?}")
}
fn main() {
    let m = M([[1.0, 2.0], [3.0, 4.0]]) * M([[1.0], [2.0]]);
    println!(
        "{m:?} {}",
        M::<2, 2, i32>::default().trace() + M::<3, 3, u8>::LEN as i32
    );
    let a: &'static mut [i32; 3] = Box::leak(Box::new([1, 2, 3]));
    Win { s: a, at: 0 }.each(|w| w.swap(0, 1));
    let mut f: FxMap<&str, Bag<u8>> = FxMap::default();
    f.entry("a").or_insert_with(|| Bag(vec![])).extend([1, 2]);
    println!("{}", (&f["a"]).into_iter().count());
    println!("{}", Bits(5u16, PhantomData).has(2));
    println!("{:?}", "3,4".parse::<M<1, 2, i32>>());
    let b: Bag<String> = ["a", "b"].into_iter().map(String::from).collect();
    for s in &b {
        print!("{s}");
    }
    for s in b {
        drop(s);
    }
    println!("{} {}", norm("a b"), norm("ab").into_owned());
    println!(
        "{}",
        show("x") + &show(&[1u8][..]) + &show(&Some(Box::new(1i128)))
    );
    println!(
        "{}",
        BuildHasherDefault::<Fx>::default().hash_one((1u8, "x", [2u16; 3]))
    );
    let x = !0u8 >> 3;
    let y = -(x as i8);
    let (z, o) = y.overflowing_neg();
    println!("{x}{y}{z}{o}");
}

//~ MONO_ITEM fn <&Bag<std::string::String> as std::iter::IntoIterator>::into_iter
//~ MONO_ITEM fn <&Bag<u8> as std::iter::IntoIterator>::into_iter
//~ MONO_ITEM fn <Bag<std::string::String> as std::iter::FromIterator<std::string::String>>::from_iter::<std::iter::Map<std::array::IntoIter<&str, 2>, fn(&str) -> std::string::String {<std::string::String as std::convert::From<&str>>::from}>>
//~ MONO_ITEM fn <Bag<std::string::String> as std::iter::IntoIterator>::into_iter
//~ MONO_ITEM fn <Bag<u8> as std::iter::Extend<u8>>::extend::<[u8; 2]>
//~ MONO_ITEM fn <Fx as std::default::Default>::default
//~ MONO_ITEM fn <Fx as std::hash::Hasher>::finish
//~ MONO_ITEM fn <Fx as std::hash::Hasher>::write
//~ MONO_ITEM fn <M<1, 2, i32> as std::fmt::Debug>::fmt
//~ MONO_ITEM fn <M<1, 2, i32> as std::str::FromStr>::from_str
//~ MONO_ITEM fn <M<2, 1> as std::default::Default>::default
//~ MONO_ITEM fn <M<2, 1> as std::fmt::Debug>::fmt
//~ MONO_ITEM fn <M<2, 1> as std::ops::Index<(usize, usize)>>::index
//~ MONO_ITEM fn <M<2, 1> as std::ops::IndexMut<(usize, usize)>>::index_mut
//~ MONO_ITEM fn <M<2, 2, i32> as std::default::Default>::default
//~ MONO_ITEM fn <M<2, 2, i32> as std::ops::Index<(usize, usize)>>::index
//~ MONO_ITEM fn <M<2, 2> as std::ops::Index<(usize, usize)>>::index
//~ MONO_ITEM fn <M<2, 2> as std::ops::Mul<M<2, 1>>>::mul
//~ MONO_ITEM fn <Win<'_, i32> as Lend>::each::<{closure@matrices_and_lending.rs:151:30: 151:33}>
//~ MONO_ITEM fn <Win<'_, i32> as Lend>::next
//~ MONO_ITEM fn Bits::<u16>::has
//~ MONO_ITEM fn M::<2, 2, i32>::trace
//~ MONO_ITEM fn M::<2, 2, i32>::trace::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn norm
//~ MONO_ITEM fn show::<[u8]>
//~ MONO_ITEM fn show::<std::option::Option<std::boxed::Box<i128>>>
//~ MONO_ITEM fn show::<str>
//~ MONO_ITEM fn std::ptr::drop_in_place::<Bag<std::string::String>> - shim(Some(Bag<std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::string::String]> - shim(Some([std::string::String]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::array::IntoIter<u8, 2>> - shim(Some(std::array::IntoIter<u8, 2>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::borrow::Cow<'_, str>> - shim(Some(std::borrow::Cow<'_, str>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<i128>> - shim(Some(std::boxed::Box<i128>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::HashMap<&str, Bag<u8>, std::hash::BuildHasherDefault<Fx>>> - shim(Some(std::collections::HashMap<&str, Bag<u8>, std::hash::BuildHasherDefault<Fx>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::boxed::Box<i128>>> - shim(Some(std::option::Option<std::boxed::Box<i128>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::IntoIter<std::string::String>> - shim(Some(std::vec::IntoIter<std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<std::string::String>> - shim(Some(std::vec::Vec<std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
