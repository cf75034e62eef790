// Closures that capture a value of a parameter's type, by reference and by move, or take one as an argument.
fn by_ref<T: Clone>(t: T) -> T {
    let get = || t.clone();
    get()
}

fn by_move<T>(t: T) -> usize {
    let hold = move || {
        let _held = &t;
        3
    };
    hold()
}

fn argument<T>(t: T) {
    let take = |_x: T| ();
    take(t)
}

fn returns<T: Default>() -> T {
    let make = || T::default();
    make()
}

fn main() {
    by_ref(1u8);
    by_ref("x");
    by_move([1, 2]);
    argument(Some(2));
    returns::<u64>();
}

//~ POLY_ITEM fn argument::<std::option::Option<i32>>
//~ POLY_ITEM fn argument::<std::option::Option<i32>>::{closure#0}
//~ POLY_ITEM fn by_move::<[i32; 2]>
//~ POLY_ITEM fn by_move::<[i32; 2]>::{closure#0}
//~ POLY_ITEM fn by_ref::<&str>
//~ POLY_ITEM fn by_ref::<&str>::{closure#0}
//~ POLY_ITEM fn by_ref::<u8>
//~ POLY_ITEM fn by_ref::<u8>::{closure#0}
//~ POLY_ITEM fn main
//~ POLY_ITEM fn returns::<u64>
//~ POLY_ITEM fn returns::<u64>::{closure#0}
