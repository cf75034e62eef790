// A trait object's associated types are printed by name, in whatever order they were declared or written.

trait Machine {
    type Zeal;
    type Answer;
    type Middle;
    fn run(&self) -> Self::Answer;
}

struct Plain;

impl Machine for Plain {
    type Zeal = u8;
    type Answer = u16;
    type Middle = u32;
    fn run(&self) -> u16 {
        1
    }
}

trait Pump: Machine {
    type Bore;
    type Yield;
    fn pump(&self) {}
}

impl Pump for Plain {
    type Bore = i8;
    type Yield = i16;
}

fn show<T: ?Sized>(_: &T) {}

type Pumps = dyn Pump<Zeal = u8, Yield = i16, Bore = i8, Middle = u32, Answer = u16>;

fn main() {
    let machine: Box<dyn Machine<Zeal = u8, Answer = u16, Middle = u32>> = Box::new(Plain);
    show(&*machine);
    machine.run();
    let machine: &dyn Machine<Middle = u32, Answer = u16, Zeal = u8> = &Plain;
    show(machine);
    let pump: Box<Pumps> = Box::new(Plain);
    show(&*pump);
    pump.pump();
}

//~ MONO_ITEM fn <Plain as Machine>::run
//~ MONO_ITEM fn <Plain as Pump>::pump
//~ MONO_ITEM fn main
//~ MONO_ITEM fn show::<dyn Machine<Answer = u16, Middle = u32, Zeal = u8>>
//~ MONO_ITEM fn show::<dyn Pump<Answer = u16, Bore = i8, Middle = u32, Yield = i16, Zeal = u8>>
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn Machine<Answer = u16, Middle = u32, Zeal = u8>> - shim(Some(dyn Machine<Answer = u16, Middle = u32, Zeal = u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn Pump<Answer = u16, Bore = i8, Middle = u32, Yield = i16, Zeal = u8>> - shim(Some(dyn Pump<Answer = u16, Bore = i8, Middle = u32, Yield = i16, Zeal = u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn Machine<Answer = u16, Middle = u32, Zeal = u8>>> - shim(Some(std::boxed::Box<dyn Machine<Answer = u16, Middle = u32, Zeal = u8>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn Pump<Answer = u16, Bore = i8, Middle = u32, Yield = i16, Zeal = u8>>> - shim(Some(std::boxed::Box<dyn Pump<Answer = u16, Bore = i8, Middle = u32, Yield = i16, Zeal = u8>>))
