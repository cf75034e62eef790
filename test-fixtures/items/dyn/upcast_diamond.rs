// Upcasting through a diamond of supertraits, of references, boxes and Rc.
use std::rc::Rc;
trait Root {
    fn root(&self) -> u8;
}
trait Left: Root {
    fn left(&self) -> u8 {
        self.root() + 1
    }
}
trait Right: Root {
    fn right(&self) -> u8 {
        self.root() + 2
    }
}
trait Bottom: Left + Right {
    fn bottom(&self) -> u8 {
        self.left() + self.right()
    }
}
struct S(u8);
impl Root for S {
    fn root(&self) -> u8 {
        self.0
    }
}
impl Left for S {}
impl Right for S {
    fn right(&self) -> u8 {
        9
    }
}
impl Bottom for S {}
fn go(b: Box<dyn Bottom>) -> Box<dyn Root> {
    let l: &dyn Left = &*b;
    l.left();
    b
}
fn main() {
    go(Box::new(S(1))).root();
    let r: Rc<dyn Bottom> = Rc::new(S(2));
    let r: Rc<dyn Right> = r;
    r.right();
}

//~ MONO_ITEM fn <S as Bottom>::bottom
//~ MONO_ITEM fn <S as Left>::left
//~ MONO_ITEM fn <S as Right>::right
//~ MONO_ITEM fn <S as Root>::root
//~ MONO_ITEM fn go
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn Bottom> - shim(Some(dyn Bottom))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn Right> - shim(Some(dyn Right))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn Root> - shim(Some(dyn Root))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn Bottom>> - shim(Some(std::boxed::Box<dyn Bottom>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn Root>> - shim(Some(std::boxed::Box<dyn Root>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::rc::Rc<dyn Right>> - shim(Some(std::rc::Rc<dyn Right>))
