//@ compile-flags: -Copt-level=3
//@ crate-type: lib
// Branches whose outcome is known after inlining take what they call along.
extern "C" {
    fn sink(n: u32) -> u32;
}

const LOUD: bool = false;

struct Never<T>(T);

impl<T> Drop for Never<T> {
    fn drop(&mut self) {}
}

#[inline(never)]
fn a<T>(_: T) {}

fn pick(flag: bool, n: u32) {
    if flag { a(n) } else { a(n as u8) }
}

fn kind<T>(value: Option<T>) -> u32 {
    match value {
        Some(_) => {
            a(1i8);
            1
        }
        None => 0,
    }
}

pub fn start(n: u32) {
    if LOUD {
        a("loud");
    }
    pick(true, n);
    kind(None::<u16>);
    let done = n == n;
    if done && false {
        a('x');
    }
    match Some(3u64) {
        Some(k) => a(k),
        None => a(1.0f32),
    }
}

//~ MONO_ITEM fn a::<i8>
//~ MONO_ITEM fn a::<u32>
//~ MONO_ITEM fn a::<u64>
//~ MONO_ITEM fn a::<u8>
//~ MONO_ITEM fn kind::<u16>
//~ MONO_ITEM fn pick
//~ MONO_ITEM fn start
