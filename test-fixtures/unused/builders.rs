// Constructors and setters of a generic builder; state parameters that only types carry.
use std::marker::PhantomData;

struct Missing;
struct Present;

struct Builder<N, S> {
    name: Option<String>,
    retries: u8,
    state: PhantomData<(N, S)>,
}

impl Builder<Missing, Missing> {
    fn new() -> Self {
        Builder { name: None, retries: 0, state: PhantomData }
    }
}

impl<N, S> Builder<N, S> {
    fn name(self, name: &str) -> Builder<Present, S> {
        Builder { name: Some(name.to_string()), retries: self.retries, state: PhantomData }
    }

    fn max_retries() -> u8 {
        9
    }

    fn clamp(retries: u8) -> u8 {
        let limit = |n: u8| if n > Self::max_retries() { 9 } else { n };
        limit(retries)
    }

    fn free_closure(retries: u8) -> u8 {
        let limit = |n: u8| if n > 9 { 9 } else { n };
        limit(retries)
    }
}

fn main() {
    let builder = Builder::new().name("x");
    let _ = builder.name.is_some();
    Builder::<Present, Missing>::clamp(3);
    Builder::<Missing, Present>::clamp(3);
    Builder::<Missing, Present>::free_closure(3);
    Builder::<Present, Present>::free_closure(3);
}

//~ UNUSED 24:8 fn max_retries: N, S
//~ UNUSED 33:8 fn free_closure: N, S
//~ UNUSED 34:21 closure: N, S
//~ POLY_ITEM fn Builder::<Missing, Missing>::name
//~ POLY_ITEM fn Builder::<Missing, Missing>::new
//~ POLY_ITEM fn Builder::<Missing, Present>::clamp
//~ POLY_ITEM fn Builder::<Missing, Present>::clamp::{closure#0}
//~ POLY_ITEM fn Builder::<N, S>::free_closure
//~ POLY_ITEM fn Builder::<N, S>::free_closure::{closure#0}
//~ POLY_ITEM fn Builder::<N, S>::max_retries
//~ POLY_ITEM fn Builder::<Present, Missing>::clamp
//~ POLY_ITEM fn Builder::<Present, Missing>::clamp::{closure#0}
//~ POLY_ITEM fn main
