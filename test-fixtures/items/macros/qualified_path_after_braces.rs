// A statement may begin with a qualified path, after one that ends in a brace too.
trait Check<const B: bool>: Sized {
    fn check(self) -> bool {
        B
    }
}

impl Check<true> for u8 {}
impl Check<false> for u16 {}

macro_rules! bump {
    ($x:ident) => {
        let $x = $x + 1;
    };
}

macro_rules! checked {
    ($x:ident) => {{
        bump! { $x }
        <_ as $crate::Check<true>>::check($x);
        if $x > 1 {}
        <u8 as $crate::Check<true>>::check($x)
    }};
}

fn main() {
    let small = 1u8;
    bump! { small } <_ as Check<true>>::check(small);
    checked!(small);
    let large = 1u16;
    match large {
        0 => {}
        _ => {}
    }
    <u16 as Check<false>>::check(large);
}

//~ MONO_ITEM fn <u16 as Check<false>>::check
//~ MONO_ITEM fn <u8 as Check<true>>::check
//~ MONO_ITEM fn main
