// Closures in generic impls: parameters of the impl, of the method, of both.
struct Pool<T, S> {
    items: Vec<T>,
    seed: S,
}

impl<T: Clone, S> Pool<T, S> {
    fn filter<F: Fn(&T) -> bool>(&self, f: F) -> usize {
        self.items.iter().filter(|t| f(t)).count()
    }

    fn lengths<U>(&self) -> usize {
        let half = |n: usize| n / 2;
        half(self.items.len())
    }

    fn first<U: Default>(&self) -> (T, U) {
        let pick = |at: usize| self.items[at].clone();
        let make = || U::default();
        (pick(0), make())
    }

    fn seed(&self) -> &S {
        let get = || &self.seed;
        get()
    }
}

fn main() {
    let pool = Pool { items: vec![1u8], seed: 'c' };
    pool.filter(|n| *n > 0);
    pool.lengths::<u16>();
    pool.first::<u32>();
    pool.seed();
}

//~ UNUSED 9:34 closure: S
//~ UNUSED 12:8 fn lengths: U
//~ UNUSED 13:20 closure: T, S, U
//~ UNUSED 18:20 closure: U
//~ UNUSED 19:20 closure: T, S
//~ POLY_ITEM fn Pool::<T, S>::first::<u32>::{closure#1}
//~ POLY_ITEM fn Pool::<T, S>::lengths::<U>::{closure#0}
//~ POLY_ITEM fn Pool::<u8, S>::filter::<{closure@closures_in_methods.rs:31:17: 31:20}>::{closure#0}
//~ POLY_ITEM fn Pool::<u8, char>::filter::<{closure@closures_in_methods.rs:31:17: 31:20}>
//~ POLY_ITEM fn Pool::<u8, char>::first::<U>::{closure#0}
//~ POLY_ITEM fn Pool::<u8, char>::first::<u32>
//~ POLY_ITEM fn Pool::<u8, char>::lengths::<U>
//~ POLY_ITEM fn Pool::<u8, char>::seed
//~ POLY_ITEM fn Pool::<u8, char>::seed::{closure#0}
//~ POLY_ITEM fn main
//~ POLY_ITEM fn main::{closure#0}
