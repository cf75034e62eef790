//! Shapes and what can be done with them. Generic functions of this library are instantiated in the
//! crates that use it; functions that are not generic are compiled here, once.

pub mod geometry;
pub mod registry;
pub mod tally;

pub use geometry::{Circle, Rect, Shape};
pub use registry::Registry;

/// The largest of some values by a measure. Each pair of `T` and `F` is a copy of its own.
pub fn largest_by<T, F>(values: &[T], measure: F) -> Option<&T>
where
    F: Fn(&T) -> f64,
{
    let mut best: Option<&T> = None;
    let mut most = f64::NEG_INFINITY;
    for value in values {
        let measured = measure(value);
        if measured > most {
            most = measured;
            best = Some(value);
        }
    }
    best
}

/// Both of two equal values or none. Nothing here depends on `Unit`: every copy for another unit is the
/// same machine code, and the parameter could live on a wrapper type instead.
pub fn agree<T: PartialEq + Copy, Unit>(left: T, right: T) -> Option<T> {
    if left == right {
        Some(left)
    } else {
        None
    }
}

/// A label with a number. `Kind` tells callers apart at compile time and is used neither here nor in the
/// closure, which inherits the parameter all the same.
pub fn numbered<Kind>(number: u32) -> String {
    let pad = |n: u32| format!("#{n:03}");
    pad(number)
}

/// A helper that nobody calls: it costs nothing, and nobody would miss it.
pub fn swap_pair<A, B>(pair: (A, B)) -> (B, A) {
    (pair.1, pair.0)
}

/// Small enough to be inlined everywhere: each codegen unit that calls it gets its own copy.
#[inline]
pub fn square(x: f64) -> f64 {
    x * x
}
