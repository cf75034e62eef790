//@ crate-type: rlib
pub mod plane {
    pub struct Circle {
        radius: f64,
    }

    impl Circle {
        pub fn new(radius: f64) -> Self {
            Circle { radius }
        }

        pub fn map<R>(&self, f: impl FnOnce(f64) -> R) -> R {
            f(self.radius)
        }
    }
}

pub struct Guard<T>(pub T);

impl<T> Drop for Guard<T> {
    fn drop(&mut self) {
        counted();
    }
}

pub fn counted() -> u32 {
    1
}

pub fn generic<T: Default>() -> T {
    T::default()
}

#[inline]
pub fn inlined() -> u32 {
    counted() + 1
}
