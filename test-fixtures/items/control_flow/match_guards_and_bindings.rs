// Guards call functions; `@` and `|` bind without calling any.
fn even<T: Copy + Into<u64>>(n: T) -> bool {
    n.into() % 2 == 0
}

fn name<T>(_: &T) -> &'static str {
    "?"
}

enum Shape {
    Dot,
    Line(u8),
    Box { w: u16, h: u16 },
}

fn main() {
    for shape in [Shape::Dot, Shape::Line(4), Shape::Box { w: 1, h: 2 }] {
        match shape {
            Shape::Line(n) if even(n) => drop(name(&n)),
            Shape::Line(n @ 1..=5) => drop(name(&(n, n))),
            Shape::Box { w: n, .. } | Shape::Box { h: n, .. } if even(n) => drop(name(&n)),
            ref other => drop(name(other)),
        }
    }
}

//~ MONO_ITEM fn even::<u16>
//~ MONO_ITEM fn even::<u8>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn name::<(u8, u8)>
//~ MONO_ITEM fn name::<Shape>
//~ MONO_ITEM fn name::<u16>
//~ MONO_ITEM fn name::<u8>
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::array::IntoIter<Shape, 3>> - shim(Some(std::array::IntoIter<Shape, 3>))
