// Marker types make copies that differ in nothing else.
use std::marker::PhantomData;

struct Metric;
struct Imperial;

struct Length<Unit> {
    value: f64,
    unit: PhantomData<Unit>,
}

impl<Unit> Length<Unit> {
    fn new(value: f64) -> Self {
        Length { value, unit: PhantomData }
    }
    fn add(self, other: Self) -> Self {
        Self::new(self.value + other.value)
    }
}

impl Length<Metric> {
    fn convert(self) -> Length<Imperial> {
        Length::new(self.value * 3.28)
    }
}

fn main() {
    let a = Length::<Metric>::new(1.0).add(Length::new(2.0));
    a.convert().add(Length::new(3.0));
}

//~ MONO_ITEM fn Length::<Imperial>::add
//~ MONO_ITEM fn Length::<Imperial>::new
//~ MONO_ITEM fn Length::<Metric>::add
//~ MONO_ITEM fn Length::<Metric>::convert
//~ MONO_ITEM fn Length::<Metric>::new
//~ MONO_ITEM fn main
