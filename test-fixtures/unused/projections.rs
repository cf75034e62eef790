// Associated types of a parameter: naming one in a local's type uses the parameter; naming it in a bound does not.
trait Shape {
    type Unit: Default;
    fn unit() -> Self::Unit {
        Self::Unit::default()
    }
}

struct Square;

impl Shape for Square {
    type Unit = u32;
}

struct Round;

impl Shape for Round {
    type Unit = f32;
}

fn local<S: Shape>() -> u32 {
    let _u: Option<S::Unit> = None;
    1
}

fn bound<S>() -> u32
where
    S: Shape,
    S::Unit: Clone,
{
    2
}

fn call<S: Shape>() -> S::Unit {
    S::unit()
}

fn argument<S: Shape>(_: S::Unit) -> u32 {
    3
}

fn main() {
    local::<Square>();
    bound::<Square>();
    bound::<Round>();
    call::<Round>();
    argument::<Square>(1);
    argument::<Round>(1.0);
}

//~ UNUSED 26:4 fn bound: S
//~ POLY_ITEM fn <Round as Shape>::unit
//~ POLY_ITEM fn argument::<Round>
//~ POLY_ITEM fn argument::<Square>
//~ POLY_ITEM fn bound::<S>
//~ POLY_ITEM fn call::<Round>
//~ POLY_ITEM fn local::<Square>
//~ POLY_ITEM fn main
