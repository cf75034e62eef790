//! Lines of the report.

use std::fmt::Display;

const WIDTH: usize = 12;

/// One line with a value of any kind: the function with the most copies in this program.
pub fn line<T: Display>(name: &str, value: T) {
    println!("{name:>WIDTH$}: {value}");
}

pub fn left(text: &str) -> String {
    format!("{text:<WIDTH$}")
}

pub fn right(text: &str) -> String {
    format!("{text:>WIDTH$}")
}

/// A cell that remembers how to show itself.
pub struct Column<T> {
    value: T,
}

impl<T: Display> Column<T> {
    pub fn new(value: T) -> Self {
        Column { value }
    }

    /// The closure inherits `T` and has no use for it: all its copies are the same code.
    pub fn render(&self) -> String {
        let pad = |text: String| right(&text);
        pad(self.value.to_string())
    }
}
