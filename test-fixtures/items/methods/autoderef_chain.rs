// Method calls through Rc, Box, a user's Deref, and references of references.
use std::ops::Deref;
use std::rc::Rc;

struct Engine {
    power: u32,
}

impl Engine {
    fn power(&self) -> u32 {
        self.power
    }
    fn tune(&mut self) {
        self.power += 1;
    }
}

struct Car {
    engine: Rc<Engine>,
}

impl Deref for Car {
    type Target = Engine;
    fn deref(&self) -> &Engine {
        &self.engine
    }
}

trait Loud {
    fn noise(&self) -> u32;
}

impl Loud for Engine {
    fn noise(&self) -> u32 {
        self.power() * 2
    }
}

impl<T: Loud> Loud for Box<T> {
    fn noise(&self) -> u32 {
        (**self).noise() + 1
    }
}

fn main() {
    let car = Car { engine: Rc::new(Engine { power: 90 }) };
    car.power();
    car.noise();
    let shared = Rc::new(car);
    shared.power();
    let boxed = Box::new(Engine { power: 3 });
    boxed.noise();
    (&&boxed).power();
    let mut own = Box::new(Engine { power: 4 });
    own.tune();
    (&mut *own).tune();
    let deep = &&&&*shared;
    deep.noise();
}

//~ MONO_ITEM fn <Car as std::ops::Deref>::deref
//~ MONO_ITEM fn <Engine as Loud>::noise
//~ MONO_ITEM fn <std::boxed::Box<Engine> as Loud>::noise
//~ MONO_ITEM fn Engine::power
//~ MONO_ITEM fn Engine::tune
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<Car> - shim(Some(Car))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<Engine>> - shim(Some(std::boxed::Box<Engine>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::rc::Rc<Car>> - shim(Some(std::rc::Rc<Car>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::rc::Rc<Engine>> - shim(Some(std::rc::Rc<Engine>))
