// Code after a return or in a constant branch: no call is left of it, but the types of its locals still count.
fn after_return<T: Default>() -> u32 {
    return 1;
    #[allow(unreachable_code)]
    {
        let _t = T::default();
        2
    }
}

fn constant_branch<T: Default>() -> u32 {
    if false {
        let _t: T = T::default();
    }
    3
}

fn diverges<T>() -> u32 {
    loop {
        break;
    }
    4
}

fn runtime_branch<T: Default>(flag: bool) -> u32 {
    if flag {
        let _t: T = T::default();
    }
    5
}

fn never_taken_match<T: Default>() -> u32 {
    match 3u8 {
        3 => 1,
        _ => {
            let _t = T::default();
            2
        }
    }
}

fn main() {
    after_return::<u8>();
    constant_branch::<u8>();
    diverges::<u8>();
    runtime_branch::<u8>(true);
    never_taken_match::<u8>();
}

//~ UNUSED 18:4 fn diverges: T
//~ POLY_ITEM fn after_return::<u8>
//~ POLY_ITEM fn constant_branch::<u8>
//~ POLY_ITEM fn diverges::<T>
//~ POLY_ITEM fn main
//~ POLY_ITEM fn never_taken_match::<u8>
//~ POLY_ITEM fn runtime_branch::<u8>
