// A tokenizer and a recursive descent parser with error types, peeking and operator precedence.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Token {
    Num(f64),
    Op(char),
    Open,
    Close,
    End,
}

#[derive(Debug)]
enum SyntaxError {
    Unexpected(Token),
    BadChar(char),
}

type Result<T, E = SyntaxError> = std::result::Result<T, E>;

struct Lexer<'a> {
    chars: std::iter::Peekable<std::str::Chars<'a>>,
}

impl<'a> Lexer<'a> {
    fn new(text: &'a str) -> Self {
        Lexer { chars: text.chars().peekable() }
    }

    fn next(&mut self) -> Result<Token> {
        while self.chars.next_if(|c| c.is_whitespace()).is_some() {}
        Ok(match self.chars.next() {
            None => Token::End,
            Some('(') => Token::Open,
            Some(')') => Token::Close,
            Some(c @ ('+' | '-' | '*' | '/')) => Token::Op(c),
            Some(c) => match c.to_digit(10) {
                Some(digit) => Token::Num(self.number(digit)),
                None => return Err(SyntaxError::BadChar(c)),
            },
        })
    }

    fn number(&mut self, first: u32) -> f64 {
        let mut n = first;
        while let Some(digit) = self.chars.peek().and_then(|c| c.to_digit(10)) {
            n = n * 10 + digit;
            self.chars.next();
        }
        n.into()
    }
}

struct Parser<'a> {
    lexer: Lexer<'a>,
    token: Token,
}

impl<'a> Parser<'a> {
    fn new(text: &'a str) -> Result<Self> {
        let mut lexer = Lexer::new(text);
        let token = lexer.next()?;
        Ok(Parser { lexer, token })
    }

    fn bump(&mut self) -> Result<Token> {
        let next = self.lexer.next()?;
        Ok(std::mem::replace(&mut self.token, next))
    }

    fn binary(&mut self, ops: &[char], operand: fn(&mut Self) -> Result<f64>) -> Result<f64> {
        let mut left = operand(self)?;
        while let Token::Op(op) = self.token {
            if !ops.contains(&op) {
                break;
            }
            self.bump()?;
            let right = operand(self)?;
            left = apply(op, left, right);
        }
        Ok(left)
    }

    fn sum(&mut self) -> Result<f64> {
        self.binary(&['+', '-'], Self::product)
    }

    fn product(&mut self) -> Result<f64> {
        self.binary(&['*', '/'], |parser| parser.atom())
    }

    fn atom(&mut self) -> Result<f64> {
        match self.bump()? {
            Token::Num(n) => Ok(n),
            Token::Open => {
                let n = self.sum()?;
                self.bump().and_then(|t| if t == Token::Close { Ok(n) } else { Err(SyntaxError::Unexpected(t)) })
            }
            other => Err(SyntaxError::Unexpected(other)),
        }
    }
}

fn apply(op: char, a: f64, b: f64) -> f64 {
    match op {
        '+' => a + b,
        '-' => a - b,
        '*' => a * b,
        _ => a / b,
    }
}

fn main() {
    let value = Parser::new("1 + 2 * (3 - 4)").and_then(|mut p| p.sum());
    println!("{value:?}");
}

//~ MONO_ITEM fn <SyntaxError as std::fmt::Debug>::fmt
//~ MONO_ITEM fn <Token as std::cmp::PartialEq>::eq
//~ MONO_ITEM fn <Token as std::fmt::Debug>::fmt
//~ MONO_ITEM fn <{closure@tokenizer.rs:87:34: 87:42} as std::ops::FnOnce<(&mut Parser<'_>,)>>::call_once - shim
//~ MONO_ITEM fn Lexer::<'_>::new
//~ MONO_ITEM fn Lexer::<'_>::next
//~ MONO_ITEM fn Lexer::<'_>::next::{closure#0}
//~ MONO_ITEM fn Lexer::<'_>::number
//~ MONO_ITEM fn Lexer::<'_>::number::{closure#0}
//~ MONO_ITEM fn Parser::<'_>::atom
//~ MONO_ITEM fn Parser::<'_>::atom::{closure#0}
//~ MONO_ITEM fn Parser::<'_>::binary
//~ MONO_ITEM fn Parser::<'_>::bump
//~ MONO_ITEM fn Parser::<'_>::new
//~ MONO_ITEM fn Parser::<'_>::product
//~ MONO_ITEM fn Parser::<'_>::product::{closure#0}
//~ MONO_ITEM fn Parser::<'_>::sum
//~ MONO_ITEM fn apply
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
