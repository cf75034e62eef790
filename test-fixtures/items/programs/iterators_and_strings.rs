// iterators and strings
use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap, HashMap, HashSet, VecDeque};
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Kind {
    Num,
    Word,
    Sym(char),
}
fn kinds<'a>(s: &'a str) -> impl Iterator<Item = (Kind, &'a str)> + 'a {
    s.split_whitespace().map(|w| match w.chars().next() {
        Some(c) if c.is_ascii_digit() => (Kind::Num, w),
        Some(c) if c.is_alphabetic() => (Kind::Word, w),
        Some(c) => (Kind::Sym(c), w),
        None => unreachable!(),
    })
}
fn primes(n: usize) -> Vec<usize> {
    let mut s = vec![true; n + 1];
    (2..=n)
        .filter(|&i| {
            if s[i] {
                (i * i..=n).step_by(i).for_each(|j| s[j] = false);
            }
            s[i]
        })
        .collect()
}
fn main() {
    let text = "one 2 three ! 4 five\nsix";
    let mut counts: HashMap<Kind, usize> = HashMap::new();
    for (k, _) in kinds(text) {
        *counts.entry(k).or_insert(0) += 1;
    }
    let mut sorted: Vec<_> = counts.iter().collect();
    sorted.sort_by(|a, b| b.1.cmp(a.1).then_with(|| a.0.cmp(b.0)));
    println!("{sorted:?}");
    let longest = text.lines().flat_map(|l| l.split(' ')).max_by_key(|w| w.len());
    let joined = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|s| !s.is_empty())
        .map(str::to_uppercase)
        .collect::<Vec<_>>()
        .join("-");
    println!("{longest:?} {joined}");
    let mut heap: BinaryHeap<Reverse<(u32, String)>> = primes(30)
        .into_iter()
        .map(|p| Reverse((p as u32, p.to_string())))
        .collect();
    while let Some(Reverse((p, s))) = heap.pop() {
        if p > 5 {
            break;
        }
        print!("{s}");
    }
    let set: HashSet<char> = text.chars().filter(char::is_ascii_lowercase).collect();
    let other: BTreeSet<char> = set.iter().copied().collect();
    println!(
        "{:?} {:?}",
        other.first(),
        set.intersection(&"onion".chars().collect()).count()
    );
    let mut dq: VecDeque<i32> = (0..5).collect();
    dq.rotate_left(2);
    dq.push_front(-1);
    println!(
        "{:?} {:?}",
        dq.iter()
            .rev()
            .take_while(|&&x| x != 2)
            .copied()
            .collect::<Vec<_>>(),
        dq.make_contiguous().windows(2).map(|w| w[1] - w[0]).max()
    );
    let (even, odd): (Vec<i32>, Vec<i32>) = dq.iter().partition(|&&x| x % 2 == 0);
    let total: i32 = even.iter().chain(&odd).zip(1..).map(|(a, b)| a * b).sum();
    let r: Result<Vec<u8>, _> = "1,2,x".split(',').map(str::parse::<u8>).collect();
    let o: Option<Vec<u32>> = "123".chars().map(|c| c.to_digit(10)).collect();
    println!(
        "{total} {r:?} {o:?} {}",
        even.chunks(2)
            .map(|c| c.iter().product::<i32>())
            .fold(0, |a, b| a ^ b)
    );
    let s: String = text
        .chars()
        .rev()
        .skip(2)
        .step_by(2)
        .enumerate()
        .filter_map(|(i, c)| (i % 2 == 0).then_some(c))
        .collect();
    println!(
        "{s} {:?}",
        s.char_indices()
            .scan(0, |acc, (i, _)| {
                *acc += i;
                Some(*acc)
            })
            .last()
    );
    println!("{:?}", text.bytes().map(u32::from).reduce(u32::wrapping_add));
    println!(
        "{:?}",
        [3, 1, 2]
            .iter()
            .min()
            .into_iter()
            .cycle()
            .take(3)
            .peekable()
            .peek()
    );
    let mut v = vec!["b".to_string(), "a".into()];
    v.sort_unstable();
    v.dedup();
    v.retain(|s| s != "z");
    v.drain(..1).for_each(drop);
    v.extend_from_slice(&["q".to_owned()]);
    println!("{v:?} {:?}", v.binary_search_by(|p| p.as_str().cmp("q")));
    std::iter::successors(Some(1u64), |x| x.checked_mul(10))
        .take(3)
        .for_each(|x| print!("{x}"));
}

//~ MONO_ITEM fn <Kind as std::cmp::Ord>::cmp
//~ MONO_ITEM fn <Kind as std::cmp::PartialEq>::eq
//~ MONO_ITEM fn <Kind as std::fmt::Debug>::fmt
//~ MONO_ITEM fn <Kind as std::hash::Hash>::hash::<std::hash::DefaultHasher>
//~ MONO_ITEM fn kinds
//~ MONO_ITEM fn kinds::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#0}::{closure#0}
//~ MONO_ITEM fn main::{closure#10}
//~ MONO_ITEM fn main::{closure#11}
//~ MONO_ITEM fn main::{closure#12}
//~ MONO_ITEM fn main::{closure#13}
//~ MONO_ITEM fn main::{closure#14}
//~ MONO_ITEM fn main::{closure#15}
//~ MONO_ITEM fn main::{closure#16}
//~ MONO_ITEM fn main::{closure#17}
//~ MONO_ITEM fn main::{closure#18}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn main::{closure#2}
//~ MONO_ITEM fn main::{closure#3}
//~ MONO_ITEM fn main::{closure#4}
//~ MONO_ITEM fn main::{closure#5}
//~ MONO_ITEM fn main::{closure#6}
//~ MONO_ITEM fn main::{closure#7}
//~ MONO_ITEM fn main::{closure#8}
//~ MONO_ITEM fn main::{closure#9}
//~ MONO_ITEM fn primes
//~ MONO_ITEM fn primes::{closure#0}
//~ MONO_ITEM fn primes::{closure#0}::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<(u32, std::string::String)> - shim(Some((u32, std::string::String)))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::cmp::Reverse<(u32, std::string::String)>]> - shim(Some([std::cmp::Reverse<(u32, std::string::String)>]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::string::String; 1]> - shim(Some([std::string::String; 1]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::string::String]> - shim(Some([std::string::String]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<std::mem::MaybeUninit<[std::string::String; 2]>>> - shim(Some(std::boxed::Box<std::mem::MaybeUninit<[std::string::String; 2]>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::cmp::Reverse<(u32, std::string::String)>> - shim(Some(std::cmp::Reverse<(u32, std::string::String)>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::BTreeSet<char>> - shim(Some(std::collections::BTreeSet<char>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::BinaryHeap<std::cmp::Reverse<(u32, std::string::String)>>> - shim(Some(std::collections::BinaryHeap<std::cmp::Reverse<(u32, std::string::String)>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::HashMap<Kind, usize>> - shim(Some(std::collections::HashMap<Kind, usize>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::HashSet<char>> - shim(Some(std::collections::HashSet<char>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::VecDeque<i32>> - shim(Some(std::collections::VecDeque<i32>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::iter::Map<std::vec::IntoIter<usize>, {closure@iterators_and_strings.rs:48:14: 48:17}>> - shim(Some(std::iter::Map<std::vec::IntoIter<usize>, {closure@iterators_and_strings.rs:48:14: 48:17}>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::vec::Vec<u32>>> - shim(Some(std::option::Option<std::vec::Vec<u32>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::result::Result<std::vec::Vec<u8>, std::num::ParseIntError>> - shim(Some(std::result::Result<std::vec::Vec<u8>, std::num::ParseIntError>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<(&Kind, &usize)>> - shim(Some(std::vec::Vec<(&Kind, &usize)>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<bool>> - shim(Some(std::vec::Vec<bool>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<i32>> - shim(Some(std::vec::Vec<i32>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<std::cmp::Reverse<(u32, std::string::String)>>> - shim(Some(std::vec::Vec<std::cmp::Reverse<(u32, std::string::String)>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<std::string::String>> - shim(Some(std::vec::Vec<std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u32>> - shim(Some(std::vec::Vec<u32>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
