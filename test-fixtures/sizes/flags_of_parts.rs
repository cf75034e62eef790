//@ compile-flags: -Copt-level=3
//@ crate-type: lib
// A drop of what parts were moved out of clears the flags of parts, also those that only a later drop asks for.
pub trait Parser<I> {
    type Output;
    type Failure;
    fn parse(&mut self, input: I) -> Result<(I, Self::Output), Failed<Self::Failure>>;
    fn is_done(&self) -> bool;
}

pub enum Failed<E> {
    Soft(E),
    Hard(E),
}

#[inline(never)]
pub fn fold<I: Clone, P: Parser<I>>(
    parser: &mut P,
    mut input: I,
    mut all: Vec<P::Output>,
) -> Result<(I, Vec<P::Output>), Failed<P::Failure>> {
    loop {
        match parser.parse(input.clone()) {
            Ok((tail, value)) => {
                if parser.is_done() {
                    return Ok((tail, all));
                }
                all.push(value);
                input = tail;
            }
            Err(Failed::Soft(failure)) => {
                if parser.is_done() {
                    return Err(Failed::Hard(failure));
                }
                break;
            }
            Err(e) => return Err(e),
        }
    }
    Ok((input, all))
}

pub struct Bytes;

impl Parser<u8> for Bytes {
    type Output = String;
    type Failure = Box<u8>;
    #[inline(never)]
    fn parse(&mut self, input: u8) -> Result<(u8, String), Failed<Box<u8>>> {
        if input == 3 { Err(Failed::Soft(Box::new(3))) } else { Ok((input + 1, String::new())) }
    }
    #[inline(never)]
    fn is_done(&self) -> bool {
        false
    }
}

pub fn folded() -> bool {
    fold(&mut Bytes, 0, Vec::new()).is_ok()
}

//~ SIZE 13 folded
//~ SIZE 139 fold
//~ SIZE 2 <Bytes as Parser<u8>>::is_done
//~ SIZE 24 <Bytes as Parser<u8>>::parse
//~ GLUE 5 Failed<std::boxed::Box<u8>>
//~ GLUE 5 std::result::Result<(u8, std::vec::Vec<std::string::String>), Failed<std::boxed::Box<u8>>>
