// Trait objects made by coercion in struct fields, returns, match arms and collections.
use std::collections::BTreeMap;
use std::rc::Rc;

trait Draw {
    fn draw(&self) -> u8;
}

struct A;
struct B(u8);
struct C<T>(T);

impl Draw for A {
    fn draw(&self) -> u8 {
        1
    }
}

impl Draw for B {
    fn draw(&self) -> u8 {
        self.0
    }
}

impl<T> Draw for C<T> {
    fn draw(&self) -> u8 {
        3
    }
}

struct Scene {
    first: Box<dyn Draw>,
    shared: Rc<dyn Draw>,
}

fn make(n: u8) -> Box<dyn Draw> {
    match n {
        0 => Box::new(A),
        _ => Box::new(C(n)),
    }
}

fn main() {
    let scene = Scene { first: make(0), shared: Rc::new(C("text")) };
    let _ = scene.first.draw() + scene.shared.draw();
    let mut map: BTreeMap<u8, &dyn Draw> = BTreeMap::new();
    map.insert(1, &B(2));
}

//~ MONO_ITEM fn <A as Draw>::draw
//~ MONO_ITEM fn <B as Draw>::draw
//~ MONO_ITEM fn <C<&str> as Draw>::draw
//~ MONO_ITEM fn <C<u8> as Draw>::draw
//~ MONO_ITEM fn main
//~ MONO_ITEM fn make
//~ MONO_ITEM fn std::ptr::drop_in_place::<Scene> - shim(Some(Scene))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn Draw> - shim(Some(dyn Draw))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn Draw>> - shim(Some(std::boxed::Box<dyn Draw>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::BTreeMap<u8, &dyn Draw>> - shim(Some(std::collections::BTreeMap<u8, &dyn Draw>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::btree_map::IntoIter<u8, &dyn Draw>> - shim(Some(std::collections::btree_map::IntoIter<u8, &dyn Draw>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::rc::Rc<dyn Draw>> - shim(Some(std::rc::Rc<dyn Draw>))
