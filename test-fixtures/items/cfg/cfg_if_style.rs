// Only what is configured in is there: attributes on items, statements, fields, arms and expressions.
fn made<T>() {}

struct S {
    #[cfg(target_os = "none")]
    gone: String,
    here: u8,
}

#[cfg(all(unix, not(windows)))]
fn os() {
    made::<u8>();
}

#[cfg(not(unix))]
fn os() {
    made::<u16>();
}

fn main() {
    os();
    #[cfg(any())]
    made::<u32>();
    let s = S {
        #[cfg(target_os = "none")]
        gone: String::new(),
        here: 1,
    };
    match s.here {
        #[cfg(any())]
        1 => made::<u64>(),
        _ => made::<i8>(),
    }
    if cfg!(windows) {
        made::<i16>();
    }
    #[cfg_attr(all(), cfg(any()))]
    made::<i32>();
}

//~ MONO_ITEM fn made::<i8>
//~ MONO_ITEM fn made::<u8>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn os
