// Methods with self: Rc, Box, Pin and &Rc receivers.
use std::{pin::Pin, rc::Rc, sync::Arc};
struct N(u8);
impl N {
    fn by_rc(self: Rc<Self>) -> u8 {
        self.0
    }
    fn by_ref_rc(self: &Rc<Self>) -> Rc<Self> {
        Rc::clone(self)
    }
    fn by_box(self: Box<Self>) -> N {
        *self
    }
    fn by_pin(self: Pin<&mut Self>) -> u8 {
        self.0
    }
    fn by_arc(self: &Arc<Self>) -> usize {
        Arc::strong_count(self)
    }
}
trait Own {
    fn eat(self: Box<Self>) -> u8;
    fn see(self: Rc<Self>) -> u8;
}
impl Own for N {
    fn eat(self: Box<Self>) -> u8 {
        self.0
    }
    fn see(self: Rc<Self>) -> u8 {
        self.0
    }
}
fn main() {
    let r = Rc::new(N(1));
    r.by_ref_rc().by_rc();
    Box::new(N(2)).by_box();
    Box::pin(N(3)).as_mut().by_pin();
    Arc::new(N(4)).by_arc();
    let b: Box<dyn Own> = Box::new(N(5));
    b.eat();
    let d: Rc<dyn Own> = r;
    d.see();
}

//~ MONO_ITEM fn <N as Own>::eat
//~ MONO_ITEM fn <N as Own>::see
//~ MONO_ITEM fn N::by_arc
//~ MONO_ITEM fn N::by_box
//~ MONO_ITEM fn N::by_pin
//~ MONO_ITEM fn N::by_rc
//~ MONO_ITEM fn N::by_ref_rc
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<N>> - shim(Some(std::boxed::Box<N>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::pin::Pin<std::boxed::Box<N>>> - shim(Some(std::pin::Pin<std::boxed::Box<N>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::rc::Rc<N>> - shim(Some(std::rc::Rc<N>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::sync::Arc<N>> - shim(Some(std::sync::Arc<N>))
