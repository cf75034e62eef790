//@ crate-type: lib
//@ compile-flags: -Copt-level=3
// What clones a tuple or a closure is inlined where it is short.
pub struct Held(u32);

impl Clone for Held {
    #[inline(never)]
    fn clone(&self) -> Held {
        Held(self.0)
    }
}

impl Drop for Held {
    #[inline(never)]
    fn drop(&mut self) {}
}

#[inline(never)]
pub fn numbers(all: &(u8, u8, u8, u8)) -> (u8, u8, u8, u8) {
    all.clone()
}

#[inline(never)]
pub fn mixed(pair: &(Held, u8)) -> (Held, u8) {
    pair.clone()
}

#[inline(never)]
pub fn several(all: &(Held, Held, Held)) -> (Held, Held, Held) {
    all.clone()
}

#[inline(never)]
pub fn pointer(f: &fn()) -> fn() {
    f.clone()
}

#[inline(never)]
pub fn number_in_closure(x: u8) -> u8 {
    let f = move |y: u8| x + y;
    let g = f.clone();
    g(1)
}

#[inline(never)]
pub fn held_in_closure(held: Held) -> u32 {
    let f = move |y: u32| held.0 + y;
    let g = f.clone();
    g(1)
}

fn generic<T: Clone>(pair: &(T, u8)) -> (T, u8) {
    pair.clone()
}

#[inline(never)]
pub fn instance(pair: &(u32, u8)) -> (u32, u8) {
    generic(pair)
}

//~ SIZE 1 <Held as std::ops::Drop>::drop
//~ SIZE 2 <Held as std::clone::Clone>::clone
//~ SIZE 2 number_in_closure
//~ SIZE 2 pointer
//~ SIZE 2 several
//~ SIZE 4 held_in_closure
//~ SIZE 5 numbers
//~ SIZE 6 instance
//~ SIZE 6 mixed
//~ GLUE 3 Held
