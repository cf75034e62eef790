// A value moved in one turn of a loop and set again in the next.
struct Token(u32);

impl Drop for Token {
    fn drop(&mut self) {}
}

fn consume<T>(_: T) {}

fn main() {
    let mut current = Some(Token(0));
    let mut held = Token(9);
    for n in 0..3 {
        if let Some(token) = current.take() {
            consume(token);
        }
        if n == 1 {
            consume(held);
            held = Token(n);
        }
    }
}

//~ MONO_ITEM fn <Token as std::ops::Drop>::drop
//~ MONO_ITEM fn consume::<Token>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<Token> - shim(Some(Token))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<Token>> - shim(Some(std::option::Option<Token>))
