//@ crate-type: lib
//! References that the arms of an `if` or a `match` give.
pub struct Pair(pub String, pub String);
impl Pair {
    #[inline(never)]
    pub fn first(&self) -> &String {
        &self.0
    }
}

#[inline(never)]
pub fn either(p: &Pair, c: bool) -> usize {
    let base = if c { &p.0 } else { &p.1 };
    base.len()
}
#[inline(never)]
pub fn either_typed(p: &Pair, c: bool) -> usize {
    let base: &String = if c { &p.0 } else { &p.1 };
    base.len()
}
#[inline(never)]
pub fn or_field(p: &Pair, q: (u8, &String), c: bool) -> usize {
    let base = if c { &p.0 } else { q.1 };
    base.len()
}
#[inline(never)]
pub fn field_or(p: &Pair, q: (u8, &String), c: bool) -> usize {
    let base = if c { q.1 } else { &p.0 };
    base.len()
}
#[inline(never)]
pub fn chain(p: &Pair, q: &String, c: u8) -> usize {
    let base = if c == 0 { &p.0 } else if c == 1 { q } else { &p.1 };
    base.len()
}
#[inline(never)]
pub fn called(p: &Pair, c: bool) -> usize {
    let base = if c { p.first() } else { &p.1 };
    base.len()
}
#[inline(never)]
pub fn names(p: &String, q: &String, c: bool) -> usize {
    let base = if c { p } else { q };
    base.len()
}
#[inline(never)]
pub fn arms<'a>(p: &'a Pair, q: &'a String, c: u8) -> usize {
    let base = match c { 0 => &p.0, 1 => q, 2 => return 1, _ => &p.1 };
    base.len()
}
#[inline(never)]
pub fn mutable(p: &mut Pair, c: bool) {
    let base = if c { &mut p.0 } else { &mut p.1 };
    base.clear();
}
#[inline(never)]
pub fn given(p: &Pair, c: bool) -> &String {
    if c { &p.0 } else { &p.1 }
}
#[inline(never)]
pub fn given_arms<'a>(p: &'a Pair, q: &'a String, c: u8) -> &'a String {
    match c { 0 => &p.0, 1 => q, _ => &p.1 }
}
#[inline(never)]
pub fn unsized_arms(c: u8) -> &'static [u8] {
    match c { 0 => &[1, 2], _ => &[4] }
}
#[inline(never)]
pub fn unsized_arms_empty(c: u8) -> &'static [u8] {
    match c { 0 => &[1, 2], _ => &[] }
}
#[inline(never)]
pub fn unsized_arms_three(c: u8) -> &'static [u8] {
    match c { 0 => &[1, 2], 1 => &[3, 4], _ => &[5, 6] }
}
#[inline(never)]
pub fn unsized_if(c: bool) -> &'static [u8] {
    if c { &[1, 2] } else { &[4] }
}
#[inline(never)]
pub fn strings(c: u8) -> &'static str {
    match c { 0 => "a", 1 => "b", _ => "c" }
}
#[inline(never)]
pub fn boxed(c: bool, a: Box<u8>, b: Box<u16>) -> Box<dyn std::fmt::Debug> {
    if c { a } else { b }
}
#[inline(never)]
pub fn argument(p: &Pair, c: bool) -> usize {
    String::len(if c { &p.0 } else { &p.1 })
}
#[inline(never)]
pub fn in_field<'a>(p: &'a Pair, c: bool) -> Option<&'a str> {
    Some(if c { &p.0 } else { &p.1 })
}

//~ SIZE 10 either_typed
//~ SIZE 11 given_arms
//~ SIZE 11 in_field
//~ SIZE 12 unsized_arms_three
//~ SIZE 13 arms
//~ SIZE 16 chain
//~ SIZE 2 Pair::first
//~ SIZE 23 boxed
//~ SIZE 8 called
//~ SIZE 8 given
//~ SIZE 8 names
//~ SIZE 8 strings
//~ SIZE 8 unsized_if
//~ SIZE 9 argument
//~ SIZE 9 either
//~ SIZE 9 field_or
//~ SIZE 9 mutable
//~ SIZE 9 or_field
//~ SIZE 9 unsized_arms
//~ SIZE 9 unsized_arms_empty
//~ GLUE 8 std::boxed::Box<u16>
//~ GLUE 8 std::boxed::Box<u8>
