// A vtable holds every method of the trait, called or not, and the drop glue of the type behind it.
trait Shape {
    fn area(&self) -> f64;
    fn scale(&mut self, by: f64);
    fn name(&self) -> &'static str {
        "shape"
    }
    fn sized_only(&self) -> usize
    where
        Self: Sized,
    {
        3
    }
    fn generic<T>(&self, t: T) -> T
    where
        Self: Sized,
    {
        t
    }
}

struct Circle(f64);
struct Square(f64);
struct Unused(f64);

impl Shape for Circle {
    fn area(&self) -> f64 {
        self.0 * self.0 * 3.14
    }
    fn scale(&mut self, by: f64) {
        self.0 *= by;
    }
}

impl Shape for Square {
    fn area(&self) -> f64 {
        self.0 * self.0
    }
    fn scale(&mut self, by: f64) {
        self.0 *= by;
    }
    fn name(&self) -> &'static str {
        "square"
    }
}

impl Shape for Unused {
    fn area(&self) -> f64 {
        self.0
    }
    fn scale(&mut self, _: f64) {}
}

impl Drop for Square {
    fn drop(&mut self) {
        self.0 = 0.0;
    }
}

fn total(shapes: &[&dyn Shape]) -> f64 {
    let mut sum = 0.0;
    for shape in shapes {
        sum += shape.area();
    }
    sum
}

fn grow(shape: &mut dyn Shape) {
    shape.scale(2.0);
}

fn main() {
    let mut circle = Circle(1.0);
    let square = Square(2.0);
    grow(&mut circle);
    total(&[&circle, &square]);
    circle.generic(1u8);
    let unused = Unused(1.0);
    let _ = unused.sized_only() as f64 + unused.0;
}

//~ MONO_ITEM fn <Circle as Shape>::area
//~ MONO_ITEM fn <Circle as Shape>::generic::<u8>
//~ MONO_ITEM fn <Circle as Shape>::name
//~ MONO_ITEM fn <Circle as Shape>::scale
//~ MONO_ITEM fn <Square as Shape>::area
//~ MONO_ITEM fn <Square as Shape>::name
//~ MONO_ITEM fn <Square as Shape>::scale
//~ MONO_ITEM fn <Square as std::ops::Drop>::drop
//~ MONO_ITEM fn <Unused as Shape>::sized_only
//~ MONO_ITEM fn grow
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<Square> - shim(Some(Square))
//~ MONO_ITEM fn total
