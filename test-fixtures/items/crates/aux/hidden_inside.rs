#![doc(hidden)]

pub fn made<T>(value: T) -> T {
    value
}
