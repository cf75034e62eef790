//@ crate-type: bin
//@ compile-flags: -Copt-level=3
// A switch of which all ways lead to one place is a jump, and an empty one is skipped in turn.
#![allow(unused)]

pub enum Failure<E> {
    Incomplete(u8),
    Error(E),
    Fatal(E),
}

pub trait Parser<I> {
    type Error;
    fn process(&mut self, input: I) -> Result<I, Failure<Self::Error>>;
}

pub trait Mode {
    type Out<T>;
    fn combine<E>(a: Self::Out<E>, b: Self::Out<E>) -> Self::Out<E>;
    fn make<T>() -> Self::Out<T>;
}

pub struct Choice<A> {
    parser: A,
}

impl<A> Choice<A> {
    pub fn process<I: Clone, M: Mode>(&mut self, input: I) -> Result<M::Out<I>, Failure<M::Out<A>>>
    where
        A: Parser<M::Out<I>, Error = M::Out<A>>,
    {
        let copy = input.clone();
        match self.parser.process(M::make::<I>()) {
            Ok(value) => Ok(value),
            Err(Failure::Error(e)) => Err(Failure::Error(M::combine::<A>(e, M::make::<A>()))),
            Err(Failure::Fatal(e)) => Err(Failure::Fatal(e)),
            Err(Failure::Incomplete(needed)) => {
                drop(copy);
                Err(Failure::Incomplete(needed))
            }
        }
    }
}

struct Any;
struct Emit;

impl Mode for Emit {
    type Out<T> = Option<T>;
    fn combine<E>(a: Option<E>, b: Option<E>) -> Option<E> {
        if let None = a { b } else { a }
    }
    fn make<T>() -> Option<T> {
        None
    }
}

impl Parser<Option<u8>> for Any {
    type Error = Option<Any>;
    fn process(&mut self, input: Option<u8>) -> Result<Option<u8>, Failure<Option<Any>>> {
        Err(Failure::Error(None))
    }
}

// The metadata of a pointer to a struct is that of its last field.
pub struct Wrapped<T: ?Sized> {
    value: T,
}

#[inline(never)]
pub fn inner<T: ?Sized>(wrapped: *const Wrapped<T>) -> *const u8 {
    let value = wrapped as *const T;
    let bytes = value as *const u8;
    bytes
}

fn main() {
    Choice { parser: Any }.process::<u8, Emit>(1);
    inner(&Wrapped { value: 1u8 });
}

//~ SIZE 12 <Emit as Mode>::combine
//~ SIZE 14 main
//~ SIZE 2 <Any as Parser<std::option::Option<u8>>>::process
//~ SIZE 2 <Emit as Mode>::make
//~ SIZE 3 inner
//~ SIZE 62 Choice::<A>::process
