// #[inline] of every sort, #[no_mangle], extern "C", #[track_caller], #[cold], #[must_use].
#[inline]
fn hinted(n: u32) -> u32 {
    n + 1
}

#[inline(always)]
fn always<T: Copy>(t: T) -> (T, T) {
    (t, t)
}

#[inline(never)]
fn never<T>(t: T) -> T {
    t
}

#[no_mangle]
pub extern "C" fn exported(n: i32) -> i32 {
    callback(n, twice)
}

extern "C" fn twice(n: i32) -> i32 {
    n * 2
}

fn callback(n: i32, f: extern "C" fn(i32) -> i32) -> i32 {
    f(n)
}

#[cold]
#[track_caller]
fn fail(code: u32) -> u32 {
    std::panic::Location::caller().line() + code
}

#[must_use]
const fn checked(n: u32) -> u32 {
    if n > 3 { n } else { 0 }
}

fn by_value(f: fn(u32) -> u32) -> u32 {
    f(1)
}

#[allow(dead_code)]
#[inline]
fn never_used() {}

fn main() {
    hinted(checked(1));
    always(1u8);
    always('a');
    never("x");
    fail(3);
    // A pointer to a #[track_caller] function goes through a shim.
    by_value(fail);
    by_value(hinted);
}

//~ MONO_ITEM fn always::<char>
//~ MONO_ITEM fn always::<u8>
//~ MONO_ITEM fn by_value
//~ MONO_ITEM fn callback
//~ MONO_ITEM fn checked
//~ MONO_ITEM fn exported
//~ MONO_ITEM fn fail - shim(reify)
//~ MONO_ITEM fn fail
//~ MONO_ITEM fn hinted
//~ MONO_ITEM fn main
//~ MONO_ITEM fn never::<&str>
//~ MONO_ITEM fn twice
