// A trait's default method has the trait's arguments as the impl's header has them, associated types not resolved.
trait Stream {
    type Slice;
}

impl Stream for u8 {
    type Slice = u16;
}

trait Parser<I, O> {
    fn parse(&self, input: I) -> O;

    fn twice(&self, input: I) -> (O, O)
    where
        I: Copy,
    {
        (self.parse(input), self.later(input)())
    }

    fn later(&self, input: I) -> impl Fn() -> O
    where
        I: Copy,
    {
        move || self.parse(input)
    }

    fn value<V>(&self, value: V) -> V {
        value
    }
}

struct Token<T>(T);

impl<I: Stream, T> Parser<I, <I as Stream>::Slice> for Token<T>
where
    I::Slice: Default,
{
    fn parse(&self, _: I) -> I::Slice {
        I::Slice::default()
    }
}

fn dynamic(parser: &dyn Parsed<u8, u16>) -> u16 {
    parser.parsed(3)
}

trait Parsed<I, O> {
    fn parsed(&self, input: I) -> O {
        self.raw(input)
    }
    fn raw(&self, input: I) -> O;
}

impl<I: Stream> Parsed<I, I::Slice> for Token<I>
where
    I::Slice: Default,
{
    fn raw(&self, _: I) -> I::Slice {
        I::Slice::default()
    }
}

fn main() {
    Token('a').twice(1u8);
    Parser::<u8, _>::value(&Token("b"), true);
    dynamic(&Token(1u8));
}

//~ MONO_ITEM fn <Token<&str> as Parser<u8, <u8 as Stream>::Slice>>::value::<bool>
//~ MONO_ITEM fn <Token<char> as Parser<u8, <u8 as Stream>::Slice>>::later
//~ MONO_ITEM fn <Token<char> as Parser<u8, <u8 as Stream>::Slice>>::parse
//~ MONO_ITEM fn <Token<char> as Parser<u8, <u8 as Stream>::Slice>>::twice
//~ MONO_ITEM fn <Token<char> as Parser<u8, u16>>::later::{closure#0}
//~ MONO_ITEM fn <Token<u8> as Parsed<u8, <u8 as Stream>::Slice>>::parsed
//~ MONO_ITEM fn <Token<u8> as Parsed<u8, <u8 as Stream>::Slice>>::raw
//~ MONO_ITEM fn dynamic
//~ MONO_ITEM fn main
