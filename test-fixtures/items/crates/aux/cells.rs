//@ crate-type: lib
use std::cell::Cell;

pub struct Key {
    get: fn(u8) -> *const u8,
}

impl Key {
    pub const fn new(get: fn(u8) -> *const u8) -> Key {
        Key { get }
    }

    pub fn with<R>(&self, f: impl FnOnce(*const u8) -> R) -> R {
        f((self.get)(1))
    }
}

const STATE: Key = Key::new(const {
    if std::mem::size_of::<Cell<u8>>() == 0 {
        |_| std::ptr::null()
    } else {
        |_| {
            static VALUE: u8 = 3;
            &VALUE
        }
    }
});

const fn twice(_: u8) -> *const u8 {
    std::ptr::null()
}

const OTHER: Key = const { Key::new(twice) };

#[inline]
pub fn current() -> bool {
    STATE.with(|p| p.is_null()) || OTHER.with(|p| p.is_null())
}

pub fn is_set() -> bool {
    STATE.with(|p| !p.is_null()) && OTHER.with(|p| !p.is_null())
}

#[inline(always)]
pub fn always<T>(value: T) -> T {
    value
}

#[inline]
pub fn often<T>(value: T) -> T {
    value
}

pub fn uses_both() -> (u8, u8) {
    (always(1), often(2))
}
