//@ crate-type: rlib
//@ compile-flags: -Copt-level=3
pub fn leaf(n: u32) -> u32 {
    n + 1
}

pub fn calls(n: u32) -> u32 {
    other(n) + private(n)
}

fn other(n: u32) -> u32 {
    std::hint::black_box(n)
}

fn private(n: u32) -> u32 {
    leaf(n) * 2
}

#[inline]
pub fn hinted(n: u32) -> u32 {
    private(n) + calls(n)
}

pub fn generic<T: Copy>(t: T) -> (T, T) {
    pair(t)
}

fn pair<T: Copy>(t: T) -> (T, T) {
    (t, t)
}

#[inline(never)]
pub fn never<T>(t: T) -> T {
    t
}

pub fn uses_never() -> u8 {
    never(1u8)
}

pub struct Guard(pub u32);

impl Drop for Guard {
    fn drop(&mut self) {
        self.0 = leaf(self.0);
    }
}

#[inline]
pub fn with<T, R>(t: T, f: impl FnOnce(T) -> R) -> R {
    f(t)
}
