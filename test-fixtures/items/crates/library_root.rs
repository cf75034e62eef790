//@ crate-type: lib
// A library: non-generic functions, methods and statics are roots; generic ones only as they are used.
pub struct Config {
    pub depth: u32,
    cache: Cache<u8>,
}

struct Cache<T> {
    slot: Option<T>,
}

impl<T> Cache<T> {
    fn new() -> Self {
        Cache { slot: None }
    }
    pub fn unused_generic(&self) -> bool {
        self.slot.is_none()
    }
}

impl Config {
    pub fn new(depth: u32) -> Config {
        Config { depth, cache: Cache::new() }
    }

    #[inline]
    pub fn inlined(&self) -> u32 {
        self.depth + only_through_inline()
    }

    fn private(&self) -> bool {
        self.cache.unused_generic()
    }

    pub fn generic<T: Into<u32>>(&self, t: T) -> u32 {
        only_through_generic(t.into())
    }
}

fn only_through_inline() -> u32 {
    1
}

fn only_through_generic(n: u32) -> u32 {
    n
}

fn unused_private() -> u32 {
    2
}

pub trait Api {
    fn required(&self) -> u32;
    fn provided(&self) -> u32 {
        self.required() + 1
    }
}

impl Api for Config {
    fn required(&self) -> u32 {
        if self.private() { 1 } else { 0 }
    }
}

impl<T> Api for Cache<T> {
    fn required(&self) -> u32 {
        3
    }
}

impl Drop for Config {
    fn drop(&mut self) {
        self.depth = 0;
    }
}

pub static DEFAULT: fn(u32) -> Config = Config::new;
static PRIVATE: u8 = 1;
pub const CONSTANT: fn() -> u32 = unused_private;

pub fn uses_api(config: &Config) -> u32 {
    config.provided() + PRIVATE as u32
}

pub const fn const_function(n: u32) -> u32 {
    n * 2
}

pub async fn asynchronous(n: u32) -> u32 {
    n + 1
}

//~ MONO_ITEM fn <Config as Api>::provided
//~ MONO_ITEM fn <Config as Api>::required
//~ MONO_ITEM fn <Config as std::ops::Drop>::drop
//~ MONO_ITEM fn Cache::<u8>::new
//~ MONO_ITEM fn Cache::<u8>::unused_generic
//~ MONO_ITEM fn Config::new
//~ MONO_ITEM fn Config::private
//~ MONO_ITEM fn asynchronous
//~ MONO_ITEM fn asynchronous::{closure#0}
//~ MONO_ITEM fn const_function
//~ MONO_ITEM fn only_through_generic
//~ MONO_ITEM fn only_through_inline
//~ MONO_ITEM fn unused_private
//~ MONO_ITEM fn uses_api
//~ MONO_ITEM static DEFAULT
//~ MONO_ITEM static PRIVATE
