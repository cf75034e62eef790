// `Any` makes a vtable with `type_id` of each type that is boxed.
use std::any::Any;

struct Mine(u8);

fn hold<T: Any>(x: T) -> Box<dyn Any> {
    Box::new(x)
}

fn main() {
    let held = [hold(Mine(1)), hold("text"), hold(2u32)];
    for any in &held {
        if let Some(mine) = any.downcast_ref::<Mine>() {
            let _ = mine.0;
        }
    }
}

//~ MONO_ITEM fn hold::<&str>
//~ MONO_ITEM fn hold::<Mine>
//~ MONO_ITEM fn hold::<u32>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::boxed::Box<dyn std::any::Any>; 3]> - shim(Some([std::boxed::Box<dyn std::any::Any>; 3]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn std::any::Any> - shim(Some(dyn std::any::Any))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn std::any::Any>> - shim(Some(std::boxed::Box<dyn std::any::Any>))
