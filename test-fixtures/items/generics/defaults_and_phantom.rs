// Default type parameters, PhantomData, and parameters that only choose an impl.
use std::marker::PhantomData;

struct Metre;
struct Foot;

trait Unit {
    const FACTOR: f64;
    fn label() -> &'static str;
}

impl Unit for Metre {
    const FACTOR: f64 = 1.0;
    fn label() -> &'static str {
        "m"
    }
}

impl Unit for Foot {
    const FACTOR: f64 = 0.3048;
    fn label() -> &'static str {
        "ft"
    }
}

struct Length<U = Metre, T = f64> {
    value: T,
    unit: PhantomData<U>,
}

impl<U: Unit> Length<U> {
    fn new(value: f64) -> Self {
        Length { value, unit: PhantomData }
    }

    fn convert<V: Unit>(self) -> Length<V> {
        Length::new(self.value * U::FACTOR / V::FACTOR)
    }

    fn unit(&self) -> &'static str {
        U::label()
    }
}

impl<U: Unit> Length<U, i32> {
    fn rounded(&self) -> i32 {
        self.value
    }
}

fn main() {
    let height: Length = Length::new(1.8);
    let feet = height.convert::<Foot>();
    let _ = feet.unit();
    let back: Length<Metre> = feet.convert();
    let _ = back.unit();
    let exact = Length::<Foot, i32> { value: 6, unit: PhantomData };
    let _ = exact.rounded();
}

//~ MONO_ITEM fn <Foot as Unit>::label
//~ MONO_ITEM fn <Metre as Unit>::label
//~ MONO_ITEM fn Length::<Foot, i32>::rounded
//~ MONO_ITEM fn Length::<Foot>::convert::<Metre>
//~ MONO_ITEM fn Length::<Foot>::new
//~ MONO_ITEM fn Length::<Foot>::unit
//~ MONO_ITEM fn Length::convert::<Foot>
//~ MONO_ITEM fn Length::new
//~ MONO_ITEM fn Length::unit
//~ MONO_ITEM fn main
