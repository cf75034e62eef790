// Dropping a value of a parameter's type uses it; so does a guard that holds one; a plain local does not.
struct Guard<T>(Option<T>);

impl<T> Drop for Guard<T> {
    fn drop(&mut self) {}
}

struct Counter(u32);

impl Drop for Counter {
    fn drop(&mut self) {
        self.0 += 1;
    }
}

fn guarded<T>() -> u32 {
    let _guard = Guard::<T>(None);
    1
}

fn counted<T>() -> u32 {
    let counter = Counter(2);
    counter.0
}

fn moved<T>(t: T) -> T {
    let other = t;
    other
}

fn boxed<T>() -> usize {
    let b = Box::new(1u8);
    *b as usize
}

fn main() {
    guarded::<u8>();
    counted::<u8>();
    counted::<u16>();
    moved('c');
    boxed::<u8>();
    boxed::<u16>();
}

//~ UNUSED 21:4 fn counted: T
//~ UNUSED 31:4 fn boxed: T
//~ POLY_ITEM fn <Counter as std::ops::Drop>::drop
//~ POLY_ITEM fn <Guard<u8> as std::ops::Drop>::drop
//~ POLY_ITEM fn boxed::<T>
//~ POLY_ITEM fn counted::<T>
//~ POLY_ITEM fn guarded::<u8>
//~ POLY_ITEM fn main
//~ POLY_ITEM fn moved::<char>
