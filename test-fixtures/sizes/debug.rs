//@ crate-type: bin
// Statements and terminators of functions that are not optimized.
#![allow(unused)]
use std::collections::HashMap;

struct Token {
    kind: Kind,
    text: &'static str,
}
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Word,
    Mark,
}
#[repr(i32)]
#[derive(Clone, Copy)]
enum Signal {
    Hangup = 1,
    Interrupt = 2,
}
struct Noisy(u8);
impl Drop for Noisy {
    fn drop(&mut self) {}
}
struct Pair {
    first: Box<Pair>,
    value: u64,
}

// What stands before a second dereference is copied first.
fn behind_two(token: &&Token) -> Kind {
    token.kind
}
fn both_behind_two(pair: &(&Token, &Token)) -> bool {
    pair.0.text.len() == pair.1.text.len()
}
// The place of what is returned is used from the start.
fn part(token: &Token) -> &Kind {
    &token.kind
}
fn text(token: &Token) -> &str {
    token.text
}
fn last(numbers: (u32, u32, String)) -> String {
    let name = numbers.2;
    name
}
fn is_word(kind: Kind) -> bool {
    kind == Kind::Word
}
// Constants that live for ever are not borrowed anew.
fn article(kind: Kind) -> &'static str {
    match kind {
        Kind::Word => "a",
        Kind::Mark => "an",
    }
}
fn labelled(kind: Kind) -> Token {
    Token { kind, text: "label" }
}
fn number(signal: Signal) -> i32 {
    signal as i32
}
fn wide(signal: Signal) -> u64 {
    signal as u64
}
fn named(name: Option<&str>) -> u8 {
    match name {
        Some("") => 0,
        Some("one") => 1,
        Some(_) => 2,
        None => 3,
    }
}
// Boxes and raw pointers are checked before they are looked through.
fn in_boxes(pair: &Pair) -> u64 {
    pair.first.value + pair.first.first.value
}
fn change(pair: &mut Pair) {
    pair.first.value = 1;
    let value = &mut pair.first.value;
    *value += 1;
}
unsafe fn through(bytes: *const u8, words: *mut u32, pairs: *const [u16; 2], empty: *const ()) -> u32 {
    let byte = unsafe { *bytes };
    unsafe { *words = byte as u32 };
    let first = unsafe { &(*pairs)[0] };
    let nothing = unsafe { *empty };
    let word = unsafe { &*words };
    let raw = unsafe { &raw const (*words) };
    *word + *first as u32
}
// What was moved is forgotten where its storage ends.
fn moved(noisy: Noisy, take: bool) -> u8 {
    let here = noisy;
    let other = Noisy(2);
    if take {
        consume(here);
    }
    weight(&other)
}
fn given(noisy: Noisy) -> u8 {
    let here = noisy;
    let size = weight(&here);
    consume(here) + size
}
fn consume(noisy: Noisy) -> u8 {
    noisy.0
}
fn weight(noisy: &Noisy) -> u8 {
    noisy.0
}
// The `else` knows none of the variables.
fn unless(noisy: Option<Noisy>) -> u8 {
    let other = Noisy(1);
    let Some(found) = noisy else {
        return weight(&other);
    };
    weight(&found)
}
fn copied(kind: Option<Kind>) -> bool {
    let Some(found) = kind else { return false };
    let again = found;
    is_word(*(&again))
}
fn counted(text: &str) -> HashMap<char, usize> {
    let mut counts = HashMap::new();
    for c in text.chars() {
        *counts.entry(c).or_insert(0) += 1;
    }
    counts
}
fn transmuted(x: u32) -> f32 {
    unsafe { std::mem::transmute(x) }
}
fn apply(make: fn(u8) -> Noisy) -> u8 {
    consume(make(3))
}
// Constants with parts are the patterns of these.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Width(u16);
impl Width {
    const NONE: Self = Self(0);
    const ONE: Self = Self(1);
    const TWO: Self = Self(1 + 1);
}
const BOTH: (bool, Option<Width>) = (true, Some(Width::ONE));
fn width(width: Width, c: char) -> u8 {
    match (width, c) {
        (Width::NONE, 'a' | 'b') => 1,
        (Width::ONE, _) if c > 'x' => 2,
        (Width::ONE | Width::TWO, 'c') => 3,
        (Width::TWO, 'd'..='f') => 4,
        _ => 5,
    }
}
fn both(pair: (bool, Option<Width>)) -> bool {
    matches!(pair, BOTH)
}

fn main() {
    width(Width::NONE, 'a');
    both(BOTH);
    let word = Token { kind: Kind::Word, text: "word" };
    behind_two(&&word);
    both_behind_two(&(&word, &word));
    part(&word);
    text(&word);
    last((1, 2, String::new()));
    is_word(Kind::Mark);
    article(Kind::Word);
    labelled(Kind::Mark);
    number(Signal::Hangup);
    wide(Signal::Interrupt);
    named(None);
    let pair: Option<Pair> = None;
    if let Some(mut pair) = pair {
        in_boxes(&pair);
        change(&mut pair);
    }
    let mut x = 0;
    unsafe { through(&0, &mut x, &[1, 2], &()) };
    moved(Noisy(1), true);
    given(Noisy(1));
    unless(None);
    copied(None);
    counted("");
    transmuted(1);
    apply(Noisy);
}

//~ SIZE 1 <Noisy as std::ops::Drop>::drop
//~ SIZE 10 both
//~ SIZE 11 copied
//~ SIZE 16 given
//~ SIZE 16 unless
//~ SIZE 18 named
//~ SIZE 2 Noisy
//~ SIZE 2 labelled
//~ SIZE 2 last
//~ SIZE 2 number
//~ SIZE 2 part
//~ SIZE 2 text
//~ SIZE 2 transmuted
//~ SIZE 2 weight
//~ SIZE 20 moved
//~ SIZE 22 counted
//~ SIZE 23 width
//~ SIZE 3 apply
//~ SIZE 3 behind_two
//~ SIZE 3 consume
//~ SIZE 3 wide
//~ SIZE 35 change
//~ SIZE 4 <Kind as std::cmp::PartialEq>::eq
//~ SIZE 4 is_word
//~ SIZE 51 in_boxes
//~ SIZE 69 main
//~ SIZE 70 through
//~ SIZE 8 article
//~ SIZE 8 both_behind_two
//~ GLUE 2 Pair
//~ GLUE 3 Noisy
//~ GLUE 8 std::boxed::Box<Pair>
