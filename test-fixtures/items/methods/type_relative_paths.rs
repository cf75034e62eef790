// Paths relative to types: `Self::`, `<T>::`, associated functions by a type alias, by a parameter, by a projection.
trait Shape {
    const SIDES: u32;
    type Unit: Make;
    fn new() -> Self;
    fn sides() -> u32 {
        Self::SIDES
    }
}

trait Make {
    fn make(n: u32) -> Self;
}

impl Make for u64 {
    fn make(n: u32) -> u64 {
        n as u64
    }
}

struct Triangle;

impl Shape for Triangle {
    const SIDES: u32 = 3;
    type Unit = u64;
    fn new() -> Self {
        Self
    }
}

impl Triangle {
    fn helper() -> u32 {
        Self::sides() + <Self as Shape>::SIDES
    }
    fn sides_of<S: Shape>() -> u32 {
        S::sides()
    }
}

type Alias = Triangle;

struct Poly<S>(S);

impl<S: Shape> Poly<S> {
    fn unit() -> S::Unit {
        S::Unit::make(Self::count())
    }
    fn count() -> u32 {
        <S>::sides()
    }
}

fn main() {
    Alias::helper();
    Alias::sides_of::<Alias>();
    let t: Triangle = Shape::new();
    let _ = Poly(t);
    Poly::<Alias>::unit();
    <Poly<Triangle>>::count();
    <[_]>::len(&[1, 2, 3]);
    <u64 as Make>::make(2);
}

//~ MONO_ITEM fn <Triangle as Shape>::new
//~ MONO_ITEM fn <Triangle as Shape>::sides
//~ MONO_ITEM fn <u64 as Make>::make
//~ MONO_ITEM fn Poly::<Triangle>::count
//~ MONO_ITEM fn Poly::<Triangle>::unit
//~ MONO_ITEM fn Triangle::helper
//~ MONO_ITEM fn Triangle::sides_of::<Triangle>
//~ MONO_ITEM fn main
