//@ compile-flags: -Copt-level=3
//@ crate-type: lib
// A trait object is unsized to itself wherever it is coerced, and what an arm of an `if` gives goes through a temporary.
pub trait Shape {
    fn area(&self) -> u32;
}

pub struct Square(u32);
pub struct Line(u32);

impl Shape for Square {
    fn area(&self) -> u32 {
        self.0 * self.0
    }
}

impl Shape for Line {
    fn area(&self) -> u32 {
        self.0
    }
}

#[inline(never)]
pub fn of_if(small: bool) -> u32 {
    let shape: Box<dyn Shape> = if small { Box::new(Square(1)) } else { Box::new(Line(2)) };
    shape.area()
}

#[inline(never)]
pub fn of_match(size: u8) -> u32 {
    let shape: Box<dyn Shape> = match size {
        1 => Box::new(Square(1)),
        2 => Box::new(Line(2)),
        _ => Box::new(Square(3)),
    };
    shape.area()
}

#[inline(never)]
pub fn returned(small: bool) -> Box<dyn Shape> {
    if small { Box::new(Square(1)) } else { Box::new(Line(2)) }
}

#[inline(never)]
pub fn passed(small: bool) -> u32 {
    taken(if small { Box::new(Square(1)) } else { Box::new(Line(2)) })
}

#[inline(never)]
pub fn taken(shape: Box<dyn Shape>) -> u32 {
    shape.area()
}

#[inline(never)]
pub fn borrowed(small: bool, shape: &dyn Shape, other: &dyn Shape) -> u32 {
    let shape: &dyn Shape = if small { shape } else { other };
    shape.area()
}

//~ SIZE 12 returned
//~ SIZE 13 passed
//~ SIZE 2 <Line as Shape>::area
//~ SIZE 23 of_if
//~ SIZE 3 <Square as Shape>::area
//~ SIZE 30 of_match
//~ SIZE 6 borrowed
//~ SIZE 9 taken
