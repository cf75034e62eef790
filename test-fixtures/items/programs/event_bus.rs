// Generic registries: handlers keyed by type through trait objects, Any and downcasting.
use std::any::Any;

trait Handler<E> {
    fn handle(&mut self, event: &E);
}

impl<E, F: FnMut(&E)> Handler<E> for F {
    fn handle(&mut self, event: &E) {
        self(event)
    }
}

struct Slot<E> {
    handlers: Vec<Box<dyn Handler<E>>>,
}

trait AnySlot {
    fn as_any(&mut self) -> &mut dyn Any;
}

impl<E: 'static> AnySlot for Slot<E> {
    fn as_any(&mut self) -> &mut dyn Any {
        self
    }
}

struct Bus {
    slots: Vec<Box<dyn AnySlot>>,
}

struct Click(u32);
struct Key {
    code: char,
}

struct Counter {
    count: u32,
}

impl Handler<Click> for Counter {
    fn handle(&mut self, click: &Click) {
        self.count += click.0;
    }
}

impl Bus {
    fn on<E: 'static>(&mut self, handler: impl Handler<E> + 'static) {
        for slot in &mut self.slots {
            if let Some(slot) = slot.as_any().downcast_mut::<Slot<E>>() {
                slot.handlers.push(Box::new(handler));
                return;
            }
        }
        self.slots.push(Box::new(Slot { handlers: vec![Box::new(handler) as Box<dyn Handler<E>>] }));
    }

    fn send<E: 'static>(&mut self, event: E) {
        for slot in self.slots.iter_mut() {
            if let Some(slot) = slot.as_any().downcast_mut::<Slot<E>>() {
                for handler in slot.handlers.iter_mut() {
                    handler.handle(&event);
                }
            }
        }
    }
}

fn main() {
    let mut bus = Bus { slots: Vec::new() };
    bus.on(|key: &Key| {
        let _ = key.code;
    });
    bus.on::<Click>(Counter { count: 0 });
    bus.send(Click(2));
    bus.send(Key { code: 'x' });
}

//~ MONO_ITEM fn <Counter as Handler<Click>>::handle
//~ MONO_ITEM fn <Slot<Click> as AnySlot>::as_any
//~ MONO_ITEM fn <Slot<Key> as AnySlot>::as_any
//~ MONO_ITEM fn <{closure@event_bus.rs:71:12: 71:23} as Handler<Key>>::handle
//~ MONO_ITEM fn Bus::on::<Click, Counter>
//~ MONO_ITEM fn Bus::on::<Key, {closure@event_bus.rs:71:12: 71:23}>
//~ MONO_ITEM fn Bus::send::<Click>
//~ MONO_ITEM fn Bus::send::<Key>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<Bus> - shim(Some(Bus))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Slot<Click>> - shim(Some(Slot<Click>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Slot<Key>> - shim(Some(Slot<Key>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::boxed::Box<dyn AnySlot>]> - shim(Some([std::boxed::Box<dyn AnySlot>]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::boxed::Box<dyn Handler<Click>>]> - shim(Some([std::boxed::Box<dyn Handler<Click>>]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::boxed::Box<dyn Handler<Key>>]> - shim(Some([std::boxed::Box<dyn Handler<Key>>]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn AnySlot> - shim(Some(dyn AnySlot))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn Handler<Click>> - shim(Some(dyn Handler<Click>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn Handler<Key>> - shim(Some(dyn Handler<Key>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn AnySlot>> - shim(Some(std::boxed::Box<dyn AnySlot>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn Handler<Click>>> - shim(Some(std::boxed::Box<dyn Handler<Click>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn Handler<Key>>> - shim(Some(std::boxed::Box<dyn Handler<Key>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<std::mem::MaybeUninit<[std::boxed::Box<dyn Handler<Click>>; 1]>>> - shim(Some(std::boxed::Box<std::mem::MaybeUninit<[std::boxed::Box<dyn Handler<Click>>; 1]>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<std::mem::MaybeUninit<[std::boxed::Box<dyn Handler<Key>>; 1]>>> - shim(Some(std::boxed::Box<std::mem::MaybeUninit<[std::boxed::Box<dyn Handler<Key>>; 1]>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<std::boxed::Box<dyn AnySlot>>> - shim(Some(std::vec::Vec<std::boxed::Box<dyn AnySlot>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<std::boxed::Box<dyn Handler<Click>>>> - shim(Some(std::vec::Vec<std::boxed::Box<dyn Handler<Click>>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<std::boxed::Box<dyn Handler<Key>>>> - shim(Some(std::vec::Vec<std::boxed::Box<dyn Handler<Key>>>))
