//@ edition: 2021
// The fields of tuple structs and variants by their numbers, as generated code likes to write them.
struct Pair<A, B>(A, B);

enum Shape {
    Circle(Dropped, u8),
    Square(u8),
}

struct Dropped;

impl Drop for Dropped {
    fn drop(&mut self) {}
}

trait Area {
    fn area(&self) -> u8;
}

impl Area for u8 {
    fn area(&self) -> u8 {
        *self
    }
}

impl Area for Dropped {
    fn area(&self) -> u8 {
        0
    }
}

fn show<T: Area>(t: &T) -> u8 {
    t.area()
}

fn by_match(shape: &Shape) -> u8 {
    match shape {
        Shape::Circle { 0: center, .. } => show(center),
        Shape::Square { 0: side } => show(side),
    }
}

fn by_let<A: Area, B: Area>(Pair { 1: second, 0: first }: Pair<A, B>) -> u8 {
    let Pair { 0: ref inner, .. } = Pair { 0: first, 1: 1u8 };
    inner.area() + show(&second)
}

fn main() {
    by_match(&Shape::Circle(Dropped, 1));
    by_match(&Shape::Square(1));
    by_let(Pair(1u8, Dropped));
    if let Pair { #[cfg(not(missing))] 1: (mut x), .. } = (Pair { 1: 3u8, 0: "" }) {
        x += 1;
        show(&x);
    }
}

//~ MONO_ITEM fn <Dropped as Area>::area
//~ MONO_ITEM fn <Dropped as std::ops::Drop>::drop
//~ MONO_ITEM fn <u8 as Area>::area
//~ MONO_ITEM fn by_let::<u8, Dropped>
//~ MONO_ITEM fn by_match
//~ MONO_ITEM fn main
//~ MONO_ITEM fn show::<Dropped>
//~ MONO_ITEM fn show::<u8>
//~ MONO_ITEM fn std::ptr::drop_in_place::<Dropped> - shim(Some(Dropped))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Shape> - shim(Some(Shape))
