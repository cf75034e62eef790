//@ crate-type: lib
// Calls of the few functions that may be called in promoted constants.

pub fn ranges(v: i64) -> bool {
    (1..=4).contains(&v)
}

pub fn open(v: i64, end: i64) -> bool {
    (1..=end).contains(&v)
}

pub fn size() -> &'static usize {
    &size_of::<u64>()
}

pub fn null() -> bool {
    (&std::ptr::null::<u8>()).is_null()
}

pub fn checked() -> bool {
    64 - size_of::<u64>() == 8
}

//~ SIZE 2 size
//~ SIZE 4 null
//~ SIZE 4 ranges
//~ SIZE 5 open
//~ SIZE 6 checked
