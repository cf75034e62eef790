// Methods by every way of writing their path.
trait Area {
    const UNIT: u8 = 1;
    fn area(&self) -> u32;
    fn unit() -> u8 {
        Self::UNIT
    }
}

#[derive(Clone, Default)]
struct Sq(u32);

impl Area for Sq {
    fn area(&self) -> u32 {
        self.0 * self.0
    }
}

impl Sq {
    const UNIT: u8 = 2;
    fn side(&self) -> u32 {
        self.0
    }
}

type Alias = Sq;

fn total<T: Area>(xs: &[T]) -> u32 {
    xs.iter().map(T::area).sum::<u32>() + u32::from(T::unit())
}

fn main() {
    let sq: Sq = Default::default();
    Area::area(&sq);
    <Sq as Area>::area(&sq);
    Alias::side(&sq);
    <Sq>::side(&sq);
    let _ = Sq::UNIT + <Sq as Area>::UNIT;
    Sq::unit();
    total(&[sq.clone(), Clone::clone(&sq)]);
    let f = <Sq as Clone>::clone;
    f(&sq);
}

//~ MONO_ITEM fn <Sq as Area>::area
//~ MONO_ITEM fn <Sq as Area>::unit
//~ MONO_ITEM fn <Sq as std::clone::Clone>::clone
//~ MONO_ITEM fn <Sq as std::default::Default>::default
//~ MONO_ITEM fn <for<'a> fn(&'a Sq) -> u32 {<Sq as Area>::area} as std::ops::FnMut<(&Sq,)>>::call_mut - shim(for<'a> fn(&'a Sq) -> u32 {<Sq as Area>::area})
//~ MONO_ITEM fn Sq::side
//~ MONO_ITEM fn main
//~ MONO_ITEM fn total::<Sq>
