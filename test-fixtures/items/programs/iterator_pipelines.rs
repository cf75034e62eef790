// std's adaptors and consumers over ranges, slices and vectors with closures of the program.
fn word_lengths(text: &str) -> Vec<usize> {
    text.split(' ').filter(|w| !w.is_empty()).map(|w| w.len()).collect()
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

fn is_prime(n: u32) -> bool {
    n > 1 && (2..n).all(|d| n % d != 0)
}

struct Fib(u64, u64);

impl Iterator for Fib {
    type Item = u64;
    fn next(&mut self) -> Option<u64> {
        let next = self.0;
        self.0 = self.1;
        self.1 += next;
        Some(next)
    }
}

fn main() {
    let lengths = word_lengths("a bb ccc");
    let total: usize = lengths.iter().sum();
    let _ = total + lengths.iter().enumerate().map(|(i, n)| i * n).fold(0, |a, b| a + b);
    dot(&[1.0, 2.0], &[3.0, 4.0]);
    let primes: Vec<u32> = (0..20).filter(|n| is_prime(*n)).take(3).collect();
    let _ = primes.iter().rev().skip(1).step_by(2).count();
    let even: u64 = Fib(0, 1).take_while(|n| *n < 100).filter(|n| n % 2 == 0).sum();
    let _ = even;
    let _ = Fib(1, 1).skip_while(|n| *n < 5).next();
    let nested: Vec<Vec<u8>> = vec![vec![1], vec![2, 3]];
    let flat: Vec<u8> = nested.into_iter().flatten().collect();
    let _ = flat.iter().position(|n| *n == 2);
    let found = ["x", "y"].iter().find_map(|s| if *s == "y" { Some(s.len()) } else { None });
    let _ = found;
    for window in [1, 2, 3].windows(2) {
        let _ = window[0] < window[1];
    }
    let mut peek = (1..4).peekable();
    while let Some(n) = peek.next() {
        if peek.peek().is_some() {
            let _ = n;
        }
    }
    (0..3).for_each(|n| drop(n));
    let (small, large): (Vec<i32>, Vec<i32>) = (0..6).partition(|n| *n < 3);
    let _ = small.len() + large.len();
    let _ = (0..3).chain(7..9).flat_map(|n| 0..n).last();
}

//~ MONO_ITEM fn <Fib as std::iter::Iterator>::next
//~ MONO_ITEM fn dot
//~ MONO_ITEM fn dot::{closure#0}
//~ MONO_ITEM fn is_prime
//~ MONO_ITEM fn is_prime::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#10}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn main::{closure#2}
//~ MONO_ITEM fn main::{closure#3}
//~ MONO_ITEM fn main::{closure#4}
//~ MONO_ITEM fn main::{closure#5}
//~ MONO_ITEM fn main::{closure#6}
//~ MONO_ITEM fn main::{closure#7}
//~ MONO_ITEM fn main::{closure#8}
//~ MONO_ITEM fn main::{closure#9}
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<std::mem::MaybeUninit<[std::vec::Vec<u8>; 2]>>> - shim(Some(std::boxed::Box<std::mem::MaybeUninit<[std::vec::Vec<u8>; 2]>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<i32>> - shim(Some(std::vec::Vec<i32>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u32>> - shim(Some(std::vec::Vec<u32>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<usize>> - shim(Some(std::vec::Vec<usize>))
//~ MONO_ITEM fn word_lengths
//~ MONO_ITEM fn word_lengths::{closure#0}
//~ MONO_ITEM fn word_lengths::{closure#1}
