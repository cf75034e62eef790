// A bound of an opaque type says `<I as Stream>::Token`; the goal that it proves says `char`.
use std::marker::PhantomData;
#[derive(Debug, Clone, Copy)]
pub struct Range {
    pub lo: usize,
    pub hi: Option<usize>,
}
impl From<std::ops::RangeFrom<usize>> for Range {
    fn from(r: std::ops::RangeFrom<usize>) -> Self {
        Range {
            lo: r.start,
            hi: None,
        }
    }
}
impl From<std::ops::Range<usize>> for Range {
    fn from(r: std::ops::Range<usize>) -> Self {
        Range {
            lo: r.start,
            hi: Some(r.end),
        }
    }
}
impl From<usize> for Range {
    fn from(r: usize) -> Self {
        Range { lo: r, hi: Some(r) }
    }
}
pub trait Accumulate<T>: Sized {
    fn initial(c: Option<usize>) -> Self;
    fn accumulate(&mut self, acc: T);
}
impl<T> Accumulate<T> for () {
    fn initial(_: Option<usize>) {}
    fn accumulate(&mut self, _: T) {}
}
impl<T> Accumulate<T> for usize {
    fn initial(_: Option<usize>) -> usize {
        0
    }
    fn accumulate(&mut self, _: T) {
        *self += 1
    }
}
impl<T> Accumulate<T> for Vec<T> {
    fn initial(_: Option<usize>) -> Vec<T> {
        Vec::new()
    }
    fn accumulate(&mut self, t: T) {
        self.push(t)
    }
}
pub trait ParserError<I>: Sized {
    fn from_input(i: &I) -> Self;
}
#[derive(Debug)]
pub struct CtxErr(u8);
impl<I> ParserError<I> for CtxErr {
    fn from_input(_: &I) -> Self {
        CtxErr(1)
    }
}
pub trait Parser<I, O, E> {
    fn parse_next(&mut self, i: &mut I) -> Result<O, E>;
    fn by_ref(&mut self) -> ByRef<'_, Self>
    where
        Self: Sized,
    {
        ByRef(self)
    }
    fn parse(&mut self, mut i: I) -> Result<O, E>
    where
        Self: Sized,
    {
        self.by_ref().parse_next(&mut i)
    }
}
pub struct ByRef<'p, P>(&'p mut P);
impl<I, O, E, P: Parser<I, O, E>> Parser<I, O, E> for ByRef<'_, P> {
    fn parse_next(&mut self, i: &mut I) -> Result<O, E> {
        self.0.parse_next(i)
    }
}
impl<'a, I, O, E, F> Parser<I, O, E> for F
where
    F: FnMut(&mut I) -> Result<O, E>,
{
    fn parse_next(&mut self, i: &mut I) -> Result<O, E> {
        self(i)
    }
}
impl<'s, E: ParserError<&'s str>> Parser<&'s str, char, E> for char {
    fn parse_next(&mut self, i: &mut &'s str) -> Result<char, E> {
        match i.strip_prefix(*self) {
            Some(r) => {
                *i = r;
                Ok(*self)
            }
            None => Err(E::from_input(i)),
        }
    }
}
macro_rules! tuples { ($($P:ident $O:ident $n:tt),*) => { impl<I, $($O,)* $($P,)* E: ParserError<I>> Parser<I, ($($O,)*), E> for ($($P,)*) where $($P: Parser<I, $O, E>),* { fn parse_next(&mut self, i: &mut I) -> Result<($($O,)*), E> { Ok(($(self.$n.parse_next(i)?,)*)) } } } }
tuples!(P1 O1 0);
tuples!(P1 O1 0, P2 O2 1);
tuples!(P1 O1 0, P2 O2 1, P3 O3 2);
pub struct Repeat<P, I, O, C, E>
where
    P: Parser<I, O, E>,
    C: Accumulate<O>,
    E: ParserError<I>,
{
    occurrences: Range,
    parser: P,
    i: PhantomData<I>,
    o: PhantomData<O>,
    c: PhantomData<C>,
    e: PhantomData<E>,
}
pub fn repeat<I, O, C, E, P>(occurrences: impl Into<Range>, parser: P) -> Repeat<P, I, O, C, E>
where
    C: Accumulate<O>,
    P: Parser<I, O, E>,
    E: ParserError<I>,
{
    Repeat {
        occurrences: occurrences.into(),
        parser,
        i: PhantomData,
        o: PhantomData,
        c: PhantomData,
        e: PhantomData,
    }
}
impl<P, I, O, E> Repeat<P, I, O, (), E>
where
    P: Parser<I, O, E>,
    E: ParserError<I>,
{
    pub fn fold<Init, Op, R>(mut self, mut init: Init, mut op: Op) -> impl Parser<I, R, E>
    where
        Init: FnMut() -> R,
        Op: FnMut(R, O) -> R,
    {
        move |i: &mut I| {
            let mut r = init();
            for _ in 0..self.occurrences.lo {
                let o = self.parser.parse_next(i)?;
                r = op(r, o);
            }
            Ok(r)
        }
    }
}
impl<P, I, O, C, E> Parser<I, C, E> for Repeat<P, I, O, C, E>
where
    P: Parser<I, O, E>,
    C: Accumulate<O>,
    E: ParserError<I>,
{
    fn parse_next(&mut self, i: &mut I) -> Result<C, E> {
        let mut c = C::initial(self.occurrences.hi);
        while let Ok(o) = self.parser.parse_next(i) {
            c.accumulate(o)
        }
        Ok(c)
    }
}
pub trait Stream {
    type Token;
    fn next_token(&mut self) -> Option<Self::Token>;
}
impl<'s> Stream for &'s str {
    type Token = char;
    fn next_token(&mut self) -> Option<char> {
        let c = self.chars().next()?;
        *self = &self[c.len_utf8()..];
        Some(c)
    }
}
pub trait Contains<T> {
    fn contains_token(&self, t: &T) -> bool;
}
impl Contains<char> for [char; 2] {
    fn contains_token(&self, t: &char) -> bool {
        self[0] == *t
    }
}
fn one_of<I: Stream, S: Contains<I::Token>, E: ParserError<I>>(set: S) -> impl Parser<I, I::Token, E> {
    move |i: &mut I| match i.next_token() {
        Some(t) if set.contains_token(&t) => Ok(t),
        _ => Err(E::from_input(i)),
    }
}
type Res<O> = Result<O, CtxErr>;
fn factor(i: &mut &str) -> Res<i64> {
    Err(CtxErr(1))
}
fn main() {
    let r = repeat(0.., (one_of::<&str, _, CtxErr>(['*', '/']), factor));
    let mut f = r.fold(move || 1i64, |acc, (op, v): (char, i64)| acc);
    f.parse_next(&mut "uuu").ok();
}

//~ MONO_ITEM fn <&str as Stream>::next_token
//~ MONO_ITEM fn <({closure@bounds_of_opaque_types.rs:190:5: 190:21}, for<'a, 'b> fn(&'a mut &'b str) -> std::result::Result<i64, CtxErr> {factor}) as Parser<&str, (char, i64), CtxErr>>::parse_next
//~ MONO_ITEM fn <CtxErr as ParserError<&str>>::from_input
//~ MONO_ITEM fn <Range as std::convert::From<std::ops::RangeFrom<usize>>>::from
//~ MONO_ITEM fn <[char; 2] as Contains<char>>::contains_token
//~ MONO_ITEM fn <for<'a, 'b> fn(&'a mut &'b str) -> std::result::Result<i64, CtxErr> {factor} as Parser<&str, i64, CtxErr>>::parse_next
//~ MONO_ITEM fn <for<'a, 'b> fn(&'a mut &'b str) -> std::result::Result<i64, CtxErr> {factor} as std::ops::FnMut<(&mut &str,)>>::call_mut - shim(for<'a, 'b> fn(&'a mut &'b str) -> std::result::Result<i64, CtxErr> {factor})
//~ MONO_ITEM fn <{closure@bounds_of_opaque_types.rs:145:9: 145:25} as Parser<&str, i64, CtxErr>>::parse_next
//~ MONO_ITEM fn <{closure@bounds_of_opaque_types.rs:190:5: 190:21} as Parser<&str, char, CtxErr>>::parse_next
//~ MONO_ITEM fn Repeat::<({closure@bounds_of_opaque_types.rs:190:5: 190:21}, for<'a, 'b> fn(&'a mut &'b str) -> std::result::Result<i64, CtxErr> {factor}), &str, (char, i64), (), CtxErr>::fold::<{closure@bounds_of_opaque_types.rs:201:24: 201:31}, {closure@bounds_of_opaque_types.rs:201:38: 201:65}, i64>
//~ MONO_ITEM fn Repeat::<({closure@bounds_of_opaque_types.rs:190:5: 190:21}, for<'a, 'b> fn(&'a mut &'b str) -> std::result::Result<i64, CtxErr> {factor}), &str, (char, i64), (), CtxErr>::fold::<{closure@bounds_of_opaque_types.rs:201:24: 201:31}, {closure@bounds_of_opaque_types.rs:201:38: 201:65}, i64>::{closure#0}
//~ MONO_ITEM fn factor
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn one_of::<&str, [char; 2], CtxErr>
//~ MONO_ITEM fn one_of::<&str, [char; 2], CtxErr>::{closure#0}
//~ MONO_ITEM fn repeat::<&str, (char, i64), (), CtxErr, ({closure@bounds_of_opaque_types.rs:190:5: 190:21}, for<'a, 'b> fn(&'a mut &'b str) -> std::result::Result<i64, CtxErr> {factor}), std::ops::RangeFrom<usize>>
