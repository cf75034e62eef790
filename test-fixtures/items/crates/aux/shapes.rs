//@ crate-type: rlib
pub mod plane {
    pub struct Circle {
        pub radius: f64,
    }

    impl Circle {
        pub fn new(radius: f64) -> Self {
            Circle { radius }
        }

        #[inline]
        pub fn area(&self) -> f64 {
            square(self.radius) * 3.0
        }

        pub fn map<R>(&self, f: impl FnOnce(f64) -> R) -> R {
            logged(f(self.radius))
        }
    }

    fn square(n: f64) -> f64 {
        n * n
    }

    fn logged<T>(t: T) -> T {
        crate::touch(&COUNTER);
        t
    }

    static COUNTER: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
}

fn touch(counter: &std::sync::atomic::AtomicUsize) {
    counter.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
}

pub trait Scale {
    fn scale(&self, by: f64) -> f64;

    fn double(&self) -> f64 {
        self.scale(2.0)
    }
}

impl Scale for plane::Circle {
    fn scale(&self, by: f64) -> f64 {
        self.radius * by
    }
}

pub struct Guard<T>(pub T);

impl<T> Drop for Guard<T> {
    fn drop(&mut self) {
        non_generic();
    }
}

pub fn non_generic() -> u32 {
    7
}

pub fn generic<T: Default>() -> T {
    let _ = non_generic();
    T::default()
}

pub fn prefilled() -> u64 {
    generic::<u64>()
}

pub static TABLE: [fn() -> u32; 1] = [non_generic];

#[inline]
pub fn inlined() -> u32 {
    non_generic() + 1
}

pub const fn constant(n: u32) -> u32 {
    n + 1
}

#[macro_export]
macro_rules! circle {
    ($r:expr) => {
        $crate::plane::Circle::new($r)
    };
}

pub use plane::Circle as Round;
