// FnMut and FnOnce closures over locals of fixed and of generic types.
fn counts<T>(times: u32) -> u32 {
    let mut n = 0;
    let mut bump = || n += 1;
    for _ in 0..times {
        bump();
    }
    n
}

fn consumes<T>() -> usize {
    let text = String::from("x");
    let take = move || {
        let owned = text;
        owned.len()
    };
    take()
}

fn stores<T: Clone>(t: &T) -> usize {
    let mut kept = Vec::new();
    let mut keep = || kept.push(t.clone());
    keep();
    kept.len()
}

fn run_once<F: FnOnce() -> u8, T>(f: F) -> u8 {
    f()
}

fn forwards<T>() -> u8 {
    run_once::<_, T>(|| 3)
}

fn main() {
    counts::<u8>(2);
    counts::<u16>(2);
    consumes::<u8>();
    stores(&1u8);
    forwards::<u8>();
    forwards::<u16>();
}

//~ UNUSED 2:4 fn counts: T
//~ UNUSED 4:20 closure: T
//~ UNUSED 11:4 fn consumes: T
//~ UNUSED 13:16 closure: T
//~ UNUSED 27:4 fn run_once: T
//~ UNUSED 32:22 closure: T
//~ POLY_ITEM fn consumes::<T>
//~ POLY_ITEM fn consumes::<T>::{closure#0}
//~ POLY_ITEM fn counts::<T>
//~ POLY_ITEM fn counts::<T>::{closure#0}
//~ POLY_ITEM fn forwards::<T>::{closure#0}
//~ POLY_ITEM fn forwards::<u16>
//~ POLY_ITEM fn forwards::<u8>
//~ POLY_ITEM fn main
//~ POLY_ITEM fn run_once::<{closure@mutable_closures.rs:32:22: 32:24}, T>
//~ POLY_ITEM fn stores::<u8>
//~ POLY_ITEM fn stores::<u8>::{closure#0}
