// Nested patterns through references, with ref and by-move bindings.
enum S {
    Circle { r: f32 },
    Poly(Vec<(f32, f32)>, Option<Box<S>>),
}
fn area(s: &S) -> f32 {
    match s {
        S::Circle { r } => r * r,
        S::Poly(p, Some(inner)) if p.len() > 2 => area(inner),
        S::Poly(p, _) => p.iter().map(|&(x, y)| x * y).sum(),
    }
}
fn take(s: S) -> Option<Box<S>> {
    match s {
        S::Poly(_, b @ Some(_)) => b,
        S::Circle { .. } | S::Poly(..) => None,
    }
}
fn edit(s: &mut S) {
    if let S::Poly(p, ref mut b) = s {
        p.clear();
        *b = None;
    }
    if let S::Circle { r: r @ 0.0..=1.0 } = s {
        *r += 1.0;
    }
}
fn main() {
    let mut s = S::Poly(vec![], Some(Box::new(S::Circle { r: 1.0 })));
    area(&s);
    edit(&mut s);
    take(s);
}

//~ MONO_ITEM fn area
//~ MONO_ITEM fn area::{closure#0}
//~ MONO_ITEM fn edit
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<S> - shim(Some(S))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<S>> - shim(Some(std::boxed::Box<S>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::boxed::Box<S>>> - shim(Some(std::option::Option<std::boxed::Box<S>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<(f32, f32)>> - shim(Some(std::vec::Vec<(f32, f32)>))
//~ MONO_ITEM fn take
