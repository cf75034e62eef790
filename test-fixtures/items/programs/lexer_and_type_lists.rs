// generics-heavy state machine, builder, newtype iterators, recursion over type lists, closures returning closures, slices
use std::{
    borrow::Borrow,
    cell::{Cell, OnceCell, RefCell},
    cmp::Ordering,
    collections::{btree_map::Entry, BTreeMap, LinkedList},
    fmt::{Debug, Display, Write as _},
    iter::{self, FusedIterator, Peekable},
    marker::PhantomData,
    mem,
    num::ParseIntError,
    str::Chars,
    sync::Arc,
};
struct Nil;
struct Cons<H, T>(H, T);
trait List {
    const LEN: usize;
    fn each<F: Each>(&self, f: &mut F);
}
trait Each {
    fn call<T: Display>(&mut self, t: &T);
}
impl List for Nil {
    const LEN: usize = 0;
    fn each<F: Each>(&self, _: &mut F) {}
}
impl<H: Display, T: List> List for Cons<H, T> {
    const LEN: usize = 1 + T::LEN;
    fn each<F: Each>(&self, f: &mut F) {
        f.call(&self.0);
        self.1.each(f)
    }
}
impl Each for String {
    fn call<T: Display>(&mut self, t: &T) {
        write!(self, "{t};").unwrap()
    }
}
macro_rules! list { () => { Nil }; ($h:expr $(, $t:expr)* $(,)?) => { Cons($h, list!($($t),*)) }; }
struct Lexer<'s> {
    it: Peekable<Chars<'s>>,
    line: Cell<u32>,
}
#[derive(Debug, PartialEq, Clone)]
enum Tok {
    Num(i64),
    Id(String),
    Op(char),
}
#[derive(Debug)]
enum LexErr {
    Int(ParseIntError),
    Char { c: char, line: u32 },
}
impl From<ParseIntError> for LexErr {
    fn from(e: ParseIntError) -> Self {
        Self::Int(e)
    }
}
impl<'s> Lexer<'s> {
    fn new(s: &'s str) -> Self {
        Self {
            it: s.chars().peekable(),
            line: Cell::new(1),
        }
    }
    fn take(&mut self, mut f: impl FnMut(char) -> bool) -> String {
        let mut s = String::new();
        while let Some(c) = self.it.next_if(|&c| f(c)) {
            s.push(c);
        }
        s
    }
}
impl Iterator for Lexer<'_> {
    type Item = Result<Tok, LexErr>;
    fn next(&mut self) -> Option<Self::Item> {
        loop {
            return match *self.it.peek()? {
                '\n' => {
                    self.line.set(self.line.get() + 1);
                    self.it.next();
                    continue;
                }
                c if c.is_whitespace() => {
                    self.it.next();
                    continue;
                }
                '0'..='9' => {
                    let s = self.take(|c| c.is_ascii_digit());
                    Some(s.parse().map(Tok::Num).map_err(Into::into))
                }
                c if c.is_alphabetic() || c == '_' => Some(Ok(Tok::Id(self.take(char::is_alphanumeric)))),
                c @ ('+' | '*' | '(' | ')') => {
                    self.it.next();
                    Some(Ok(Tok::Op(c)))
                }
                c => {
                    self.it.next();
                    Some(Err(LexErr::Char {
                        c,
                        line: self.line.get(),
                    }))
                }
            };
        }
    }
}
impl FusedIterator for Lexer<'_> {}
struct Open;
struct Closed;
struct Door<S> {
    opens: u32,
    _s: PhantomData<S>,
}
impl Door<Closed> {
    fn new() -> Self {
        Door {
            opens: 0,
            _s: PhantomData,
        }
    }
    fn open(self) -> Door<Open> {
        Door {
            opens: self.opens + 1,
            _s: PhantomData,
        }
    }
}
impl Door<Open> {
    fn close(self) -> Door<Closed> {
        Door {
            opens: self.opens,
            _s: PhantomData,
        }
    }
}
fn compose<A, B, C>(f: impl Fn(A) -> B, g: impl Fn(B) -> C) -> impl Fn(A) -> C {
    move |a| g(f(a))
}
fn curry<A: Copy + 'static, B: Copy + 'static, C: 'static>(
    f: fn(A, B) -> C,
) -> impl Fn(A) -> Box<dyn Fn(B) -> C> {
    move |a| Box::new(move |b| f(a, b))
}
struct Lazy<T, F = fn() -> T> {
    v: OnceCell<T>,
    f: RefCell<Option<F>>,
}
impl<T, F: FnOnce() -> T> Lazy<T, F> {
    fn new(f: F) -> Self {
        Lazy {
            v: OnceCell::new(),
            f: RefCell::new(Some(f)),
        }
    }
    fn get(&self) -> &T {
        self.v.get_or_init(|| (self.f.borrow_mut().take().unwrap())())
    }
}
fn find<'m, K: Ord + Borrow<Q>, Q: Ord + ?Sized, V>(m: &'m BTreeMap<K, V>, q: &Q) -> Option<&'m V> {
    m.get(q)
}
fn merge<T: Ord + Clone>(a: &[T], b: &[T]) -> Vec<T> {
    match (a, b) {
        ([], r) | (r, []) => r.to_vec(),
        ([x, xs @ ..], [y, ys @ ..]) => {
            let mut v = Vec::new();
            match x.cmp(y) {
                Ordering::Less | Ordering::Equal => {
                    v.push(x.clone());
                    v.extend(merge(xs, b))
                }
                Ordering::Greater => {
                    v.push(y.clone());
                    v.append(&mut merge(a, ys))
                }
            }
            v
        }
    }
}
enum Tree<T> {
    Leaf,
    Node(Box<(Tree<T>, T, Tree<T>)>),
}
impl<T: Ord> Tree<T> {
    fn insert(self, t: T) -> Self {
        match self {
            Tree::Leaf => Tree::Node(Box::new((Tree::Leaf, t, Tree::Leaf))),
            Tree::Node(b) => {
                let (l, v, r) = *b;
                Tree::Node(Box::new(match t.cmp(&v) {
                    Ordering::Less => (l.insert(t), v, r),
                    _ => (l, v, r.insert(t)),
                }))
            }
        }
    }
    fn iter(&self) -> Box<dyn Iterator<Item = &T> + '_> {
        match self {
            Tree::Leaf => Box::new(iter::empty()),
            Tree::Node(b) => Box::new(b.0.iter().chain(iter::once(&b.1)).chain(b.2.iter())),
        }
    }
}
fn collatz(n: u64) -> impl Iterator<Item = u64> {
    iter::successors(Some(n), |&n| {
        (n != 1).then(|| if n % 2 == 0 { n / 2 } else { 3 * n + 1 })
    })
}
fn main() {
    let mut s = String::new();
    let l = list![1, "two", 3.0, 'c'];
    l.each(&mut s);
    fn len<L: List>(_: &L) -> usize {
        L::LEN
    }
    println!("{s}{}", len(&l));
    let (ok, bad): (Vec<_>, Vec<_>) =
        Lexer::new("a + 12 * (_b $ 9)\n99999999999999999999").partition(Result::is_ok);
    println!(
        "{:?} {}",
        ok.into_iter().map(Result::unwrap).collect::<Vec<Tok>>(),
        bad.len()
    );
    println!("{}", Door::new().open().close().open().opens);
    println!(
        "{} {}",
        compose(|x: i32| x + 1, |y: i32| y.to_string())(2),
        curry(|a: u8, b: u16| a as u32 + b as u32)(1)(2)
    );
    let lz = Lazy::new(|| vec![s.len()]);
    println!("{}{}", lz.get()[0], lz.get().len());
    let st: Lazy<u8> = Lazy::new(|| 3);
    st.get();
    let mut m: BTreeMap<String, Arc<[u8]>> = BTreeMap::new();
    match m.entry("k".into()) {
        Entry::Vacant(v) => {
            v.insert(Arc::from([1, 2]));
        }
        Entry::Occupied(mut o) => {
            *o.get_mut() = Arc::default();
        }
    }
    println!("{:?}", find(&m, "k").map(|a| a.len()));
    println!("{:?}", merge(&["a", "c"], &["b"]));
    println!(
        "{:?}",
        [3, 1, 2]
            .into_iter()
            .fold(Tree::Leaf, Tree::insert)
            .iter()
            .collect::<LinkedList<_>>()
    );
    println!("{}", collatz(6).map(|x| x as usize).max().unwrap_or_default());
    let mut a = [1, 2];
    let b = mem::take(&mut a);
    mem::swap(&mut a, &mut { b });
}

//~ MONO_ITEM fn <Cons<&str, Cons<f64, Cons<char, Nil>>> as List>::each::<std::string::String>
//~ MONO_ITEM fn <Cons<char, Nil> as List>::each::<std::string::String>
//~ MONO_ITEM fn <Cons<f64, Cons<char, Nil>> as List>::each::<std::string::String>
//~ MONO_ITEM fn <Cons<i32, Cons<&str, Cons<f64, Cons<char, Nil>>>> as List>::each::<std::string::String>
//~ MONO_ITEM fn <LexErr as std::convert::From<std::num::ParseIntError>>::from
//~ MONO_ITEM fn <LexErr as std::fmt::Debug>::fmt
//~ MONO_ITEM fn <Lexer<'_> as std::iter::Iterator>::next
//~ MONO_ITEM fn <Lexer<'_> as std::iter::Iterator>::next::{closure#0}
//~ MONO_ITEM fn <Nil as List>::each::<std::string::String>
//~ MONO_ITEM fn <Tok as std::fmt::Debug>::fmt
//~ MONO_ITEM fn <fn() -> u8 as std::ops::FnOnce<()>>::call_once - shim(fn() -> u8)
//~ MONO_ITEM fn <fn(Tree<i32>, i32) -> Tree<i32> {Tree::<i32>::insert} as std::ops::FnMut<(Tree<i32>, i32)>>::call_mut - shim(fn(Tree<i32>, i32) -> Tree<i32> {Tree::<i32>::insert})
//~ MONO_ITEM fn <fn(i64) -> Tok {Tok::Num} as std::ops::FnOnce<(i64,)>>::call_once - shim(fn(i64) -> Tok {Tok::Num})
//~ MONO_ITEM fn <fn(std::result::Result<Tok, LexErr>) -> Tok {std::result::Result::<Tok, LexErr>::unwrap} as std::ops::FnMut<(std::result::Result<Tok, LexErr>,)>>::call_mut - shim(fn(std::result::Result<Tok, LexErr>) -> Tok {std::result::Result::<Tok, LexErr>::unwrap})
//~ MONO_ITEM fn <for<'a> fn(&'a std::result::Result<Tok, LexErr>) -> bool {std::result::Result::<Tok, LexErr>::is_ok} as std::ops::FnMut<(&std::result::Result<Tok, LexErr>,)>>::call_mut - shim(for<'a> fn(&'a std::result::Result<Tok, LexErr>) -> bool {std::result::Result::<Tok, LexErr>::is_ok})
//~ MONO_ITEM fn <std::string::String as Each>::call::<&str>
//~ MONO_ITEM fn <std::string::String as Each>::call::<char>
//~ MONO_ITEM fn <std::string::String as Each>::call::<f64>
//~ MONO_ITEM fn <std::string::String as Each>::call::<i32>
//~ MONO_ITEM fn <{closure@lexer_and_type_lists.rs:145:23: 145:31} as std::ops::FnOnce<(u16,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@lexer_and_type_lists.rs:145:23: 145:31} as std::ops::FnOnce<(u16,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@lexer_and_type_lists.rs:232:15: 232:30} as std::ops::FnOnce<(u8, u16)>>::call_once - shim
//~ MONO_ITEM fn <{closure@lexer_and_type_lists.rs:236:34: 236:36} as std::ops::FnOnce<()>>::call_once - shim
//~ MONO_ITEM fn Door::<Closed>::new
//~ MONO_ITEM fn Door::<Closed>::open
//~ MONO_ITEM fn Door::<Open>::close
//~ MONO_ITEM fn Lazy::<std::vec::Vec<usize>, {closure@lexer_and_type_lists.rs:234:24: 234:26}>::get
//~ MONO_ITEM fn Lazy::<std::vec::Vec<usize>, {closure@lexer_and_type_lists.rs:234:24: 234:26}>::get::{closure#0}
//~ MONO_ITEM fn Lazy::<std::vec::Vec<usize>, {closure@lexer_and_type_lists.rs:234:24: 234:26}>::new
//~ MONO_ITEM fn Lazy::<u8>::get
//~ MONO_ITEM fn Lazy::<u8>::get::{closure#0}
//~ MONO_ITEM fn Lazy::<u8>::new
//~ MONO_ITEM fn Lexer::<'_>::new
//~ MONO_ITEM fn Lexer::<'_>::take::<fn(char) -> bool {std::char::methods::<impl char>::is_alphanumeric}>
//~ MONO_ITEM fn Lexer::<'_>::take::<fn(char) -> bool {std::char::methods::<impl char>::is_alphanumeric}>::{closure#0}
//~ MONO_ITEM fn Lexer::<'_>::take::<{closure@lexer_and_type_lists.rs:91:39: 91:42}>
//~ MONO_ITEM fn Lexer::<'_>::take::<{closure@lexer_and_type_lists.rs:91:39: 91:42}>::{closure#0}
//~ MONO_ITEM fn Tok::Num
//~ MONO_ITEM fn Tree::<i32>::insert
//~ MONO_ITEM fn Tree::<i32>::iter
//~ MONO_ITEM fn collatz
//~ MONO_ITEM fn collatz::{closure#0}
//~ MONO_ITEM fn collatz::{closure#0}::{closure#0}
//~ MONO_ITEM fn compose::<i32, i32, std::string::String, {closure@lexer_and_type_lists.rs:231:17: 231:25}, {closure@lexer_and_type_lists.rs:231:33: 231:41}>
//~ MONO_ITEM fn compose::<i32, i32, std::string::String, {closure@lexer_and_type_lists.rs:231:17: 231:25}, {closure@lexer_and_type_lists.rs:231:33: 231:41}>::{closure#0}
//~ MONO_ITEM fn curry::<u8, u16, u32>
//~ MONO_ITEM fn curry::<u8, u16, u32>::{closure#0}
//~ MONO_ITEM fn curry::<u8, u16, u32>::{closure#0}::{closure#0}
//~ MONO_ITEM fn find::<std::string::String, str, std::sync::Arc<[u8]>>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::len::<Cons<i32, Cons<&str, Cons<f64, Cons<char, Nil>>>>>
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn main::{closure#2}
//~ MONO_ITEM fn main::{closure#3}
//~ MONO_ITEM fn main::{closure#4}
//~ MONO_ITEM fn main::{closure#5}
//~ MONO_ITEM fn main::{closure#6}
//~ MONO_ITEM fn merge::<&str>
//~ MONO_ITEM fn std::ptr::drop_in_place::<(Tree<i32>, i32, Tree<i32>)> - shim(Some((Tree<i32>, i32, Tree<i32>)))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Lazy<std::vec::Vec<usize>, {closure@lexer_and_type_lists.rs:234:24: 234:26}>> - shim(Some(Lazy<std::vec::Vec<usize>, {closure@lexer_and_type_lists.rs:234:24: 234:26}>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Tok> - shim(Some(Tok))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Tree<i32>> - shim(Some(Tree<i32>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[Tok]> - shim(Some([Tok]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::result::Result<Tok, LexErr>]> - shim(Some([std::result::Result<Tok, LexErr>]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn std::iter::Iterator<Item = &i32>> - shim(Some(dyn std::iter::Iterator<Item = &i32>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn std::ops::Fn(u16) -> u32> - shim(Some(dyn std::ops::Fn(u16) -> u32))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<(Tree<i32>, i32, Tree<i32>)>> - shim(Some(std::boxed::Box<(Tree<i32>, i32, Tree<i32>)>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn std::iter::Iterator<Item = &i32>>> - shim(Some(std::boxed::Box<dyn std::iter::Iterator<Item = &i32>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn std::ops::Fn(u16) -> u32>> - shim(Some(std::boxed::Box<dyn std::ops::Fn(u16) -> u32>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<std::mem::MaybeUninit<[usize; 1]>>> - shim(Some(std::boxed::Box<std::mem::MaybeUninit<[usize; 1]>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::cell::OnceCell<std::vec::Vec<usize>>> - shim(Some(std::cell::OnceCell<std::vec::Vec<usize>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::cell::RefMut<'_, std::option::Option<fn() -> u8>>> - shim(Some(std::cell::RefMut<'_, std::option::Option<fn() -> u8>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::cell::RefMut<'_, std::option::Option<{closure@lexer_and_type_lists.rs:234:24: 234:26}>>> - shim(Some(std::cell::RefMut<'_, std::option::Option<{closure@lexer_and_type_lists.rs:234:24: 234:26}>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::cell::UnsafeCell<std::option::Option<std::vec::Vec<usize>>>> - shim(Some(std::cell::UnsafeCell<std::option::Option<std::vec::Vec<usize>>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::BTreeMap<std::string::String, std::sync::Arc<[u8]>>> - shim(Some(std::collections::BTreeMap<std::string::String, std::sync::Arc<[u8]>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::LinkedList<&i32>> - shim(Some(std::collections::LinkedList<&i32>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::btree_map::IntoIter<std::string::String, std::sync::Arc<[u8]>>> - shim(Some(std::collections::btree_map::IntoIter<std::string::String, std::sync::Arc<[u8]>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::btree_map::VacantEntry<'_, std::string::String, std::sync::Arc<[u8]>>> - shim(Some(std::collections::btree_map::VacantEntry<'_, std::string::String, std::sync::Arc<[u8]>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::iter::Chain<std::boxed::Box<dyn std::iter::Iterator<Item = &i32>>, std::iter::Once<&i32>>> - shim(Some(std::iter::Chain<std::boxed::Box<dyn std::iter::Iterator<Item = &i32>>, std::iter::Once<&i32>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::iter::Chain<std::iter::Chain<std::boxed::Box<dyn std::iter::Iterator<Item = &i32>>, std::iter::Once<&i32>>, std::boxed::Box<dyn std::iter::Iterator<Item = &i32>>>> - shim(Some(std::iter::Chain<std::iter::Chain<std::boxed::Box<dyn std::iter::Iterator<Item = &i32>>, std::iter::Once<&i32>>, std::boxed::Box<dyn std::iter::Iterator<Item = &i32>>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::iter::Map<std::vec::IntoIter<std::result::Result<Tok, LexErr>>, fn(std::result::Result<Tok, LexErr>) -> Tok {std::result::Result::<Tok, LexErr>::unwrap}>> - shim(Some(std::iter::Map<std::vec::IntoIter<std::result::Result<Tok, LexErr>>, fn(std::result::Result<Tok, LexErr>) -> Tok {std::result::Result::<Tok, LexErr>::unwrap}>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::boxed::Box<dyn std::iter::Iterator<Item = &i32>>>> - shim(Some(std::option::Option<std::boxed::Box<dyn std::iter::Iterator<Item = &i32>>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::iter::Chain<std::boxed::Box<dyn std::iter::Iterator<Item = &i32>>, std::iter::Once<&i32>>>> - shim(Some(std::option::Option<std::iter::Chain<std::boxed::Box<dyn std::iter::Iterator<Item = &i32>>, std::iter::Once<&i32>>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::vec::Vec<usize>>> - shim(Some(std::option::Option<std::vec::Vec<usize>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::result::Result<Tok, LexErr>> - shim(Some(std::result::Result<Tok, LexErr>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::sync::Arc<[u8]>> - shim(Some(std::sync::Arc<[u8]>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<&str>> - shim(Some(std::vec::Vec<&str>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<Tok>> - shim(Some(std::vec::Vec<Tok>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<std::result::Result<Tok, LexErr>>> - shim(Some(std::vec::Vec<std::result::Result<Tok, LexErr>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<usize>> - shim(Some(std::vec::Vec<usize>))
