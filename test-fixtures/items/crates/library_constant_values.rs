//@ crate-type: lib
// Code that others compile mentions constants and statics: what is in their values is reachable, and what the compiler
// runs to compute them is not. Of associated constants, everything that they mention is.
mod parts {
    pub struct Parser {
        pub limit: u8,
        pub step: fn(u8) -> u8,
    }

    impl Parser {
        pub const fn new(step: fn(u8) -> u8) -> Parser {
            Parser { limit: base(), step }
        }

        pub const fn limit(self, limit: u8) -> Parser {
            Parser { limit, ..self }
        }

        pub fn run(&self) -> u8 {
            (self.step)(self.limit)
        }
    }

    const fn base() -> u8 {
        1
    }

    pub fn one(n: u8) -> u8 {
        n + 1
    }

    pub fn two(n: u8) -> u8 {
        n + 2
    }

    pub fn three(n: u8) -> u8 {
        n + 3
    }

    pub fn four(n: u8) -> u8 {
        n + 4
    }

    pub const fn length(text: &str) -> usize {
        text.len() + 1
    }

    pub const fn width() -> usize {
        3
    }

    pub const fn depth() -> usize {
        4
    }

    pub struct Sized<T>(pub T);

    impl<T> Sized<T> {
        pub const WIDTH: usize = width() + std::mem::size_of::<T>();
    }

    pub struct Plain;

    impl Plain {
        pub const DEPTH: usize = depth();
    }
}

#[inline]
pub fn by_const() -> u8 {
    const PARSER: parts::Parser = parts::Parser::new(parts::one).limit(3);
    PARSER.run()
}

pub fn by_static<T>(_: T) -> u8 {
    static PARSER: parts::Parser = parts::Parser::new(parts::two).limit(4);
    PARSER.run()
}

#[inline]
pub fn by_closure() -> u8 {
    const PARSER: parts::Parser = parts::Parser::new(|n| parts::three(n));
    PARSER.run()
}

#[inline]
pub fn by_length() -> usize {
    const LENGTH: usize = parts::length("abc");
    [0u8; LENGTH].len() + parts::Sized::<u8>::WIDTH + parts::Plain::DEPTH
}

pub const TABLE: &[fn(u8) -> u8] = &[parts::four];

//~ MONO_ITEM fn parts::Parser::run
//~ MONO_ITEM fn parts::depth
//~ MONO_ITEM fn parts::four
//~ MONO_ITEM fn parts::one
//~ MONO_ITEM fn parts::three
//~ MONO_ITEM fn parts::two
//~ MONO_ITEM fn parts::width
//~ MONO_ITEM static by_static::PARSER
