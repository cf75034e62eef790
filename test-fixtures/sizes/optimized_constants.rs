//@ crate-type: bin
//@ compile-flags: -Copt-level=3
// What is known of constants in optimized code: which variant they are, and what a closure or a struct holds.
#![allow(unused)]

#[repr(usize)]
#[derive(Clone, Copy)]
enum Level {
    Error = 1,
    Info,
    Trace,
}

#[repr(usize)]
#[derive(Clone, Copy)]
enum Most {
    Off,
    Error,
    Info,
    Trace,
}

const MOST: Most = match cfg!(debug_assertions) {
    false if cfg!(feature = "quiet") => Most::Off,
    _ if cfg!(feature = "errors") => Most::Error,
    _ => Most::Info,
};

impl Level {
    #[inline]
    fn is_within(&self, most: &Most) -> bool {
        *self as usize <= *most as usize
    }
}

#[inline(never)]
fn write(level: Level) {}

fn written() {
    let level = Level::Info;
    if level.is_within(&MOST) {
        write(level);
    }
}

fn left_out() {
    let level = Level::Trace;
    if level.is_within(&MOST) {
        write(level);
    }
}

// Texts of the same length are other texts.
fn texts(level: Level) -> &'static str {
    match level {
        Level::Error => "err",
        Level::Info => "inf",
        Level::Trace => "trc",
    }
}

struct Letter<E> {
    letter: char,
    kind: core::marker::PhantomData<E>,
}

trait Parser {
    fn parse(&self, input: char) -> bool;
}

impl<E> Parser for Letter<E> {
    fn parse(&self, input: char) -> bool {
        input == self.letter
    }
}

#[inline]
fn letter<E>(letter: char) -> impl Parser {
    Letter::<E> { letter, kind: core::marker::PhantomData }
}

#[inline]
fn parsing<E>(expected: char) -> impl Fn(char) -> bool {
    let parser = letter::<E>(expected);
    move |input| parser.parse(input)
}

#[inline(never)]
fn run<F: Fn(char) -> bool>(f: &F) -> bool {
    f('x')
}

fn closure_of_constants() -> bool {
    run(&parsing::<u8>('y'))
}

// What an `impl Trait` stands for needs no drop.
fn no_drop<T>(value: T) -> T {
    let f = parsing::<T>('y');
    run(&f);
    value
}

fn main() {
    written();
    left_out();
    texts(Level::Error);
    closure_of_constants();
    no_drop(1u8);
}

//~ SIZE 1 write
//~ SIZE 11 no_drop
//~ SIZE 2 run
//~ SIZE 2 written
//~ SIZE 5 parsing::{closure#0}
//~ SIZE 6 closure_of_constants
//~ SIZE 8 main
