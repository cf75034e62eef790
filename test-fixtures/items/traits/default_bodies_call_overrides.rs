// Default methods that call overridden ones, through several impls and dyn.
trait Draw {
    fn color(&self) -> u8 {
        0
    }
    fn size(&self) -> u16;
    fn draw(&self) -> u32 {
        self.color() as u32 + self.size() as u32 + self.extra(2)
    }
    fn extra(&self, n: u32) -> u32 {
        n
    }
}
struct A;
struct B<T>(T);
impl Draw for A {
    fn size(&self) -> u16 {
        1
    }
}
impl<T: Draw> Draw for B<T> {
    fn color(&self) -> u8 {
        self.0.color()
    }
    fn size(&self) -> u16 {
        self.0.size() * 2
    }
}
impl Draw for Box<dyn Draw> {
    fn size(&self) -> u16 {
        (**self).size()
    }
    fn extra(&self, n: u32) -> u32 {
        (**self).extra(n + 1)
    }
}
fn main() {
    A.draw();
    B(B(A)).draw();
    let b: Box<dyn Draw> = Box::new(B(A));
    B(b).draw();
}

//~ MONO_ITEM fn <A as Draw>::color
//~ MONO_ITEM fn <A as Draw>::draw
//~ MONO_ITEM fn <A as Draw>::extra
//~ MONO_ITEM fn <A as Draw>::size
//~ MONO_ITEM fn <B<A> as Draw>::color
//~ MONO_ITEM fn <B<A> as Draw>::draw
//~ MONO_ITEM fn <B<A> as Draw>::extra
//~ MONO_ITEM fn <B<A> as Draw>::size
//~ MONO_ITEM fn <B<B<A>> as Draw>::color
//~ MONO_ITEM fn <B<B<A>> as Draw>::draw
//~ MONO_ITEM fn <B<B<A>> as Draw>::extra
//~ MONO_ITEM fn <B<B<A>> as Draw>::size
//~ MONO_ITEM fn <B<std::boxed::Box<dyn Draw>> as Draw>::color
//~ MONO_ITEM fn <B<std::boxed::Box<dyn Draw>> as Draw>::draw
//~ MONO_ITEM fn <B<std::boxed::Box<dyn Draw>> as Draw>::extra
//~ MONO_ITEM fn <B<std::boxed::Box<dyn Draw>> as Draw>::size
//~ MONO_ITEM fn <std::boxed::Box<(dyn Draw + 'static)> as Draw>::size
//~ MONO_ITEM fn <std::boxed::Box<dyn Draw> as Draw>::color
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<B<std::boxed::Box<dyn Draw>>> - shim(Some(B<std::boxed::Box<dyn Draw>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn Draw> - shim(Some(dyn Draw))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn Draw>> - shim(Some(std::boxed::Box<dyn Draw>))
