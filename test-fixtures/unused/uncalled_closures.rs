// Closures that are made and not called, or passed on: the function uses what the closure's type uses.
fn made<T>() {
    let _unused = || 1;
}

fn made_with<T: Default>() {
    let _unused = || T::default();
}

fn passed<T>() -> u32 {
    apply(|n| n + 1)
}

fn passed_with<T>(t: &T) -> u32 {
    apply(|n| {
        let _ = t;
        n
    })
}

fn apply<F: Fn(u32) -> u32>(f: F) -> u32 {
    f(2)
}

fn main() {
    made::<u8>();
    made_with::<u16>();
    passed::<u8>();
    passed::<u16>();
    passed_with(&'c');
}

//~ UNUSED 2:4 fn made: T
//~ UNUSED 3:19 closure: T
//~ UNUSED 10:4 fn passed: T
//~ UNUSED 11:11 closure: T
//~ UNUSED 15:11 closure: T
//~ POLY_ITEM fn apply::<{closure@uncalled_closures.rs:11:11: 11:14}>
//~ POLY_ITEM fn apply::<{closure@uncalled_closures.rs:15:11: 15:14}>
//~ POLY_ITEM fn made::<T>
//~ POLY_ITEM fn made_with::<u16>
//~ POLY_ITEM fn main
//~ POLY_ITEM fn passed::<T>
//~ POLY_ITEM fn passed::<T>::{closure#0}
//~ POLY_ITEM fn passed_with::<T>::{closure#0}
//~ POLY_ITEM fn passed_with::<char>
