//! Units as types: a parameter that only marks.

use std::marker::PhantomData;

pub struct Metres;
pub struct Feet;

/// A length in some unit.
pub struct Length<U> {
    value: f64,
    unit: PhantomData<U>,
}

impl<U> Length<U> {
    pub fn new(value: f64) -> Self {
        Length { value, unit: PhantomData }
    }

    pub fn value(&self) -> f64 {
        self.value
    }
}

impl Length<Feet> {
    /// Not generic, although its type is. Nothing in this program calls it and nothing outside can, so
    /// no item is made of it.
    #[allow(dead_code)]
    pub fn in_metres(&self) -> Length<Metres> {
        Length::new(self.value * 0.3048)
    }
}
