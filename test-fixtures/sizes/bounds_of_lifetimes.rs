// The first value that is returned is coerced to the declared type as it is; with the second, a bound of both is agreed on,
// which has other lifetimes: then the body's own value takes a step to it.
//@ compile-flags: -Copt-level=3
//@ crate-type: lib
#[inline(never)]
pub fn one<'a>(s: u32, f: &'a dyn Fn()) -> Box<dyn Fn() + 'a> {
    if s == 1 {
        return Box::new(move || f());
    }
    Box::new(|| {})
}
#[inline(never)]
pub fn two<'a>(s: u32, f: &'a dyn Fn()) -> Box<dyn Fn() + 'a> {
    if s == 1 {
        return Box::new(move || f());
    }
    if s == 2 {
        return Box::new(move || {
            f();
            f()
        });
    }
    Box::new(|| {})
}
#[inline(never)]
pub fn given<'a>(s: u32, a: Box<dyn Fn() + 'a>) -> Box<dyn Fn() + 'a> {
    if s == 1 {
        return Box::new(|| {});
    }
    if s == 3 {
        return a;
    }
    a
}
#[inline(never)]
pub fn text<'a>(s: u32, a: &'a str) -> &'a str {
    if s == 1 {
        return "x";
    }
    if s == 3 {
        return a;
    }
    a
}

//~ SIZE 1 given::{closure#0}
//~ SIZE 1 one::{closure#1}
//~ SIZE 1 two::{closure#2}
//~ SIZE 14 given
//~ SIZE 15 one
//~ SIZE 25 two
//~ SIZE 3 one::{closure#0}
//~ SIZE 3 two::{closure#0}
//~ SIZE 4 two::{closure#1}
//~ SIZE 9 text
