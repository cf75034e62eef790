//@ crate-type: rlib
pub struct Boxed<T> {
    pub value: Box<T>,
}

impl<T: Clone> Boxed<T> {
    pub fn get(&self) -> T {
        (*self.value).clone()
    }
}

pub trait Register {
    fn register(&mut self, name: &str) -> usize;
}

pub fn make<T>(value: T) -> Boxed<T> {
    Boxed { value: Box::new(value) }
}

pub mod inner {
    pub fn hidden_generic<T>(t: T) -> T {
        t
    }
}
