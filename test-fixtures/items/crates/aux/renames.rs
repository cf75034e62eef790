// A macro that implements a trait under a name of its own crate's.
#[doc(hidden)]
pub use std::ops::Deref as __Deref;

#[macro_export]
macro_rules! lazy {
    ($name:ident : $t:ty = $e:expr) => {
        struct $name;
        impl $crate::__Deref for $name {
            type Target = $t;
            fn deref(&self) -> &$t {
                fn init() -> $t {
                    $e
                }
                fn stable() -> &'static $t {
                    $crate::create!(LAZY, $t);
                    LAZY.get(init)
                }
                stable()
            }
        }
    };
}

#[macro_export]
macro_rules! create {
    ($name:ident, $t:ty) => {
        static $name: $crate::Lazy<$t> = $crate::Lazy(std::sync::OnceLock::new());
    };
}

pub struct Lazy<T>(pub std::sync::OnceLock<T>);

impl<T> Lazy<T> {
    pub fn get<F: FnOnce() -> T>(&self, f: F) -> &T {
        match self.0.get() {
            Some(value) => value,
            None => {
                let _ = self.0.set(f());
                self.0.get().unwrap()
            }
        }
    }
}
