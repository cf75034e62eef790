// A closure's argument has its type from the bound that it is passed to, through a projection.
trait Parser {
    type Output;
    fn parse(&self, text: &str) -> Self::Output;
    fn map<F, B>(self, f: F) -> Map<Self, F>
    where
        Self: Sized,
        F: Fn(Self::Output) -> B,
    {
        Map { parser: self, f }
    }
}

struct Map<P, F> {
    parser: P,
    f: F,
}

impl<P: Parser, F: Fn(P::Output) -> B, B> Parser for Map<P, F> {
    type Output = B;
    fn parse(&self, text: &str) -> B {
        (self.f)(self.parser.parse(text))
    }
}

struct Length;

impl Parser for Length {
    type Output = usize;
    fn parse(&self, text: &str) -> usize {
        text.len()
    }
}

fn main() {
    Length.map(|n| n.to_string()).map(|s| s.is_empty()).parse("x");
}

//~ MONO_ITEM fn <Length as Parser>::map::<{closure@closure_from_bound.rs:36:16: 36:19}, std::string::String>
//~ MONO_ITEM fn <Length as Parser>::parse
//~ MONO_ITEM fn <Map<Length, {closure@closure_from_bound.rs:36:16: 36:19}> as Parser>::map::<{closure@closure_from_bound.rs:36:39: 36:42}, bool>
//~ MONO_ITEM fn <Map<Length, {closure@closure_from_bound.rs:36:16: 36:19}> as Parser>::parse
//~ MONO_ITEM fn <Map<Map<Length, {closure@closure_from_bound.rs:36:16: 36:19}>, {closure@closure_from_bound.rs:36:39: 36:42}> as Parser>::parse
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
