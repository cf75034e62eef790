//@ compile-flags: -Copt-level=3
//@ crate-type: lib
// A function that uses many copies of another has nothing of its crate inlined: the search for circles is given up.
struct Type<const N: usize>;

fn leaf(n: u32) -> u32 {
    n ^ 7
}

fn other_leaf(n: u32) -> u32 {
    n ^ 8
}

#[inline(never)]
fn never<T>() {}

#[inline(never)]
pub fn few(n: u32) -> u32 {
    never::<Type<0>>();
    never::<Type<1>>();
    never::<Type<2>>();
    never::<Type<3>>();
    never::<Type<4>>();
    never::<Type<5>>();
    never::<Type<6>>();
    never::<Type<7>>();
    never::<Type<8>>();
    never::<Type<9>>();
    never::<Type<10>>();
    never::<Type<11>>();
    never::<Type<12>>();
    never::<Type<13>>();
    never::<Type<14>>();
    never::<Type<15>>();
    never::<Type<16>>();
    leaf(n)
}

#[inline(never)]
pub fn many(n: u32) -> u32 {
    never::<Type<0>>();
    never::<Type<1>>();
    never::<Type<2>>();
    never::<Type<3>>();
    never::<Type<4>>();
    never::<Type<5>>();
    never::<Type<6>>();
    never::<Type<7>>();
    never::<Type<8>>();
    never::<Type<9>>();
    never::<Type<10>>();
    never::<Type<11>>();
    never::<Type<12>>();
    never::<Type<13>>();
    never::<Type<14>>();
    never::<Type<15>>();
    never::<Type<16>>();
    never::<Type<17>>();
    other_leaf(n)
}

//~ MONO_ITEM fn few
//~ MONO_ITEM fn many
//~ MONO_ITEM fn never::<Type<0>>
//~ MONO_ITEM fn never::<Type<10>>
//~ MONO_ITEM fn never::<Type<11>>
//~ MONO_ITEM fn never::<Type<12>>
//~ MONO_ITEM fn never::<Type<13>>
//~ MONO_ITEM fn never::<Type<14>>
//~ MONO_ITEM fn never::<Type<15>>
//~ MONO_ITEM fn never::<Type<16>>
//~ MONO_ITEM fn never::<Type<17>>
//~ MONO_ITEM fn never::<Type<1>>
//~ MONO_ITEM fn never::<Type<2>>
//~ MONO_ITEM fn never::<Type<3>>
//~ MONO_ITEM fn never::<Type<4>>
//~ MONO_ITEM fn never::<Type<5>>
//~ MONO_ITEM fn never::<Type<6>>
//~ MONO_ITEM fn never::<Type<7>>
//~ MONO_ITEM fn never::<Type<8>>
//~ MONO_ITEM fn never::<Type<9>>
//~ MONO_ITEM fn other_leaf
