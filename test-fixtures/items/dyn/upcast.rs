// Upcasting a trait object to its supertrait: the vtable of the subtrait holds the supertraits' methods.
trait Base {
    fn base(&self) -> u32;
    fn base_default(&self) -> u32 {
        self.base() + 1
    }
}

trait Other {
    fn other(&self) -> u32;
}

trait Derived: Base + Other {
    fn derived(&self) -> u32;
}

struct Impl(u32);

impl Base for Impl {
    fn base(&self) -> u32 {
        self.0
    }
}

impl Other for Impl {
    fn other(&self) -> u32 {
        self.0 * 2
    }
}

impl Derived for Impl {
    fn derived(&self) -> u32 {
        self.0 * 3
    }
}

fn use_base(b: &dyn Base) -> u32 {
    b.base_default()
}

fn up<'a>(d: &'a dyn Derived) -> &'a dyn Other {
    d
}

fn main() {
    let value = Impl(4);
    let derived: &dyn Derived = &value;
    use_base(derived);
    up(derived).other();
    let boxed: Box<dyn Derived> = Box::new(Impl(1));
    let base: Box<dyn Base> = boxed;
    base.base();
}

//~ MONO_ITEM fn <Impl as Base>::base
//~ MONO_ITEM fn <Impl as Base>::base_default
//~ MONO_ITEM fn <Impl as Derived>::derived
//~ MONO_ITEM fn <Impl as Other>::other
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn Base> - shim(Some(dyn Base))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn Base>> - shim(Some(std::boxed::Box<dyn Base>))
//~ MONO_ITEM fn up
//~ MONO_ITEM fn use_base
