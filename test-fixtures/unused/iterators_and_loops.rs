// Loops over ranges and vectors of fixed types; adaptors with closures that do not mention the parameter.
fn sum<T>(n: u32) -> u32 {
    let mut total = 0;
    for i in 0..n {
        total += i;
    }
    total
}

fn adapted<T>(items: &[u8]) -> usize {
    items.iter().map(|n| *n as usize).filter(|n| n % 2 == 0).sum()
}

fn generic_items<T: Clone>(items: &[T]) -> Vec<T> {
    items.iter().map(|t| t.clone()).collect()
}

fn while_let<T>(mut stack: Vec<u8>) -> u32 {
    let mut n = 0;
    while let Some(top) = stack.pop() {
        n += top as u32;
    }
    n
}

fn sizes<T>(items: &[u8]) -> usize {
    items.iter().map(|n| *n as usize + std::mem::size_of::<T>()).sum()
}

fn main() {
    sum::<u8>(3);
    sum::<u16>(3);
    adapted::<u8>(&[1]);
    generic_items(&['a']);
    while_let::<u8>(vec![1]);
    sizes::<u8>(&[1]);
}

//~ UNUSED 2:4 fn sum: T
//~ UNUSED 10:4 fn adapted: T
//~ UNUSED 11:22 closure: T
//~ UNUSED 11:46 closure: T
//~ UNUSED 18:4 fn while_let: T
//~ POLY_ITEM fn adapted::<T>
//~ POLY_ITEM fn adapted::<T>::{closure#0}
//~ POLY_ITEM fn adapted::<T>::{closure#1}
//~ POLY_ITEM fn generic_items::<char>
//~ POLY_ITEM fn generic_items::<char>::{closure#0}
//~ POLY_ITEM fn main
//~ POLY_ITEM fn sizes::<u8>
//~ POLY_ITEM fn sizes::<u8>::{closure#0}
//~ POLY_ITEM fn sum::<T>
//~ POLY_ITEM fn while_let::<T>
