//@ crate-type: bin
// A method whose own bounds do not hold for the type has an empty slot in its vtable.
trait Marked {}

trait Shape<Side> {
    fn always(&self) -> u32;
    fn sent(&self) -> u32
    where
        Self: Send,
    {
        self.always() + 1
    }
    fn sides(&self) -> u32
    where
        Side: Marked,
    {
        self.always() + 2
    }
}

struct Square;
struct Circle<T>(T);

impl Marked for u8 {}

impl<Side> Shape<Side> for Square {
    fn always(&self) -> u32 {
        4
    }
}

impl<T, Side> Shape<Side> for Circle<T> {
    fn always(&self) -> u32 {
        1
    }
    fn sides(&self) -> u32
    where
        Side: Marked,
    {
        2
    }
}

fn sum<Side>(shapes: &[&dyn Shape<Side>]) -> u32 {
    let mut sum = 0;
    for shape in shapes {
        sum += shape.always();
    }
    sum
}

fn main() {
    sum::<u8>(&[&Square, &Circle(1u8), &Circle(std::ptr::null::<u8>())]);
    sum::<u16>(&[&Square, &Circle(1u16), &Circle(std::ptr::null::<u16>())]);
}

//~ MONO_ITEM fn <Circle<*const u16> as Shape<u16>>::always
//~ MONO_ITEM fn <Circle<*const u8> as Shape<u8>>::always
//~ MONO_ITEM fn <Circle<*const u8> as Shape<u8>>::sides
//~ MONO_ITEM fn <Circle<u16> as Shape<u16>>::always
//~ MONO_ITEM fn <Circle<u16> as Shape<u16>>::sent
//~ MONO_ITEM fn <Circle<u8> as Shape<u8>>::always
//~ MONO_ITEM fn <Circle<u8> as Shape<u8>>::sent
//~ MONO_ITEM fn <Circle<u8> as Shape<u8>>::sides
//~ MONO_ITEM fn <Square as Shape<u16>>::always
//~ MONO_ITEM fn <Square as Shape<u16>>::sent
//~ MONO_ITEM fn <Square as Shape<u8>>::always
//~ MONO_ITEM fn <Square as Shape<u8>>::sent
//~ MONO_ITEM fn <Square as Shape<u8>>::sides
//~ MONO_ITEM fn main
//~ MONO_ITEM fn sum::<u16>
//~ MONO_ITEM fn sum::<u8>
