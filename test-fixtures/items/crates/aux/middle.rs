//@ crate-type: rlib
//@ aux: base.rs
pub use base::inner::hidden_generic as visible;
pub use base::*;

pub struct Names {
    count: usize,
}

impl base::Register for Names {
    fn register(&mut self, name: &str) -> usize {
        self.count += name.len();
        self.count
    }
}

pub fn names() -> impl base::Register {
    Names { count: 0 }
}

pub fn each<R: base::Register>(r: &mut R, names: &[&str]) -> Option<usize> {
    names.iter().map(|name| r.register(name)).last()
}

pub fn boxed_u8() -> Boxed<u8> {
    base::make(1)
}
