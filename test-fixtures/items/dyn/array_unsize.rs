// Arrays become slices: behind references, in boxes, as the tail of a struct, and of trait objects.
trait Speak {
    fn speak(&self) -> u8;
}

struct Loud(u8);
struct Quiet;

impl Speak for Loud {
    fn speak(&self) -> u8 {
        self.0
    }
}

impl Speak for Quiet {
    fn speak(&self) -> u8 {
        0
    }
}

impl Drop for Loud {
    fn drop(&mut self) {
        self.0 = 0;
    }
}

struct Packet<T: ?Sized> {
    id: u32,
    data: T,
}

fn sum(bytes: &[u8]) -> u32 {
    let mut n = 0;
    for b in bytes {
        n += *b as u32;
    }
    n
}

fn loudest(all: &[Box<dyn Speak>]) -> u8 {
    let mut max = 0;
    for one in all.iter() {
        max = if one.speak() > max { one.speak() } else { max };
    }
    max
}

fn main() {
    sum(&[1, 2, 3]);
    let packet: &Packet<[u8]> = &Packet { id: 1, data: [1, 2] };
    let _ = sum(&packet.data) + packet.id;
    let as_dyn: &Packet<dyn Speak> = &Packet { id: 2, data: Quiet };
    as_dyn.data.speak();
    let boxed: Box<[Loud]> = Box::new([Loud(1), Loud(2)]);
    let _ = boxed.len();
    loudest(&[Box::new(Loud(3)), Box::new(Quiet)]);
}

//~ MONO_ITEM fn <Loud as Speak>::speak
//~ MONO_ITEM fn <Loud as std::ops::Drop>::drop
//~ MONO_ITEM fn <Quiet as Speak>::speak
//~ MONO_ITEM fn loudest
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<Loud> - shim(Some(Loud))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[Loud]> - shim(Some([Loud]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::boxed::Box<dyn Speak>; 2]> - shim(Some([std::boxed::Box<dyn Speak>; 2]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn Speak> - shim(Some(dyn Speak))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<[Loud]>> - shim(Some(std::boxed::Box<[Loud]>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn Speak>> - shim(Some(std::boxed::Box<dyn Speak>))
//~ MONO_ITEM fn sum
