//! The shapes themselves.

use crate::square;

/// A figure with an area. `describe` is a default method: it has one copy for each type that keeps it.
pub trait Shape {
    const SIDES: u32;

    fn area(&self) -> f64;

    fn describe(&self) -> String {
        format!("{} sides, area {:.1}", Self::SIDES, self.area())
    }
}

/// What can be said about a shape whose type is not known: usable as `dyn Outline`.
pub trait Outline {
    fn perimeter(&self) -> f64;
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Circle {
    pub radius: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    pub width: f64,
    pub height: f64,
}

#[cfg(feature = "triangles")]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Triangle {
    pub sides: [f64; 3],
}

impl Shape for Circle {
    const SIDES: u32 = 1;

    fn area(&self) -> f64 {
        std::f64::consts::PI * square(self.radius)
    }
}

impl Shape for Rect {
    const SIDES: u32 = 4;

    fn area(&self) -> f64 {
        self.width * self.height
    }

    fn describe(&self) -> String {
        if self.width == self.height {
            format!("a square of {}", self.width)
        } else {
            format!("{} by {}", self.width, self.height)
        }
    }
}

impl Outline for Circle {
    fn perimeter(&self) -> f64 {
        2.0 * std::f64::consts::PI * self.radius
    }
}

impl Outline for Rect {
    fn perimeter(&self) -> f64 {
        2.0 * (self.width + self.height)
    }
}

#[cfg(feature = "triangles")]
impl Shape for Triangle {
    const SIDES: u32 = 3;

    fn area(&self) -> f64 {
        let [a, b, c] = self.sides;
        let s = (a + b + c) / 2.0;
        (s * (s - a) * (s - b) * (s - c)).sqrt()
    }
}

/// The sum of all perimeters. The calls go through the tables of the trait objects: the table of each type
/// is what brings `perimeter` and the drop glue of that type into the program.
pub fn total_perimeter(outlines: &[Box<dyn Outline>]) -> f64 {
    outlines.iter().map(|outline| outline.perimeter()).sum()
}
