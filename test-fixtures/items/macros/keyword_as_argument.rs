// A macro that is called with a keyword: `Token![const]` is no bound `[const] Trait`, also where an expression is wanted.

macro_rules! Token {
    (const) => {
        Const
    };
    (mut) => {
        Mut
    };
}

trait Parse: Sized {
    fn parse(input: &mut u32) -> Option<Self>;
}

struct Const;
struct Mut;

impl Parse for Const {
    fn parse(input: &mut u32) -> Option<Const> {
        *input += 1;
        Some(Const)
    }
}

impl Parse for Mut {
    fn parse(input: &mut u32) -> Option<Mut> {
        *input += 2;
        Some(Mut)
    }
}

fn peek<T: Parse>(_: T, input: u32) -> bool {
    T::parse(&mut { input }).is_some()
}

fn modifiers(input: &mut u32) -> Option<u32> {
    let is_const = cfg!(target_os = "linux") && peek(Token![const], *input);
    if is_const {
        let found: Token![const] = <Token![const]>::parse(input)?;
        drop(found);
    }
    let (first, second) = if peek(Token![mut], *input) {
        (Some(<Token![mut]>::parse(input)?), None)
    } else if peek(Token! [const], *input) {
        (None, Some(<Token![const]>::parse(input)?))
    } else {
        return None;
    };
    Some(first.map_or(0, |_| 1) + second.map_or(0, |_| 2))
}

fn main() {
    modifiers(&mut 3);
}

//~ MONO_ITEM fn <Const as Parse>::parse
//~ MONO_ITEM fn <Mut as Parse>::parse
//~ MONO_ITEM fn main
//~ MONO_ITEM fn modifiers
//~ MONO_ITEM fn modifiers::{closure#0}
//~ MONO_ITEM fn modifiers::{closure#1}
//~ MONO_ITEM fn peek::<Const>
//~ MONO_ITEM fn peek::<Mut>
