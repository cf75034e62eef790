// A lifetime that stands in a where clause, of lifetimes too, is an argument of the function.
trait Service {
    fn call<'life0, 'bound>(&'life0 self) -> Box<dyn Fn() -> u8 + 'bound>
    where
        'life0: 'bound,
        Self: 'bound;
}

struct Doubler(u8);

impl Service for Doubler {
    fn call<'life0, 'bound>(&'life0 self) -> Box<dyn Fn() -> u8 + 'bound>
    where
        'life0: 'bound,
        Self: 'bound,
    {
        Box::new(move || self.0)
    }
}

fn free<'a, 'b, 'c>(x: &'a u8, y: &'b u8, z: &'c u8) -> u8
where
    'a: 'b,
{
    *x + *y + *z
}

fn main() {
    Doubler(1).call()();
    free(&1, &2, &3);
}

//~ MONO_ITEM fn <Doubler as Service>::call::<'_, '_>
//~ MONO_ITEM fn <Doubler as Service>::call::<'_, '_>::{closure#0}
//~ MONO_ITEM fn <{closure@lifetimes_outlive.rs:17:18: 17:25} as std::ops::FnOnce<()>>::call_once - shim
//~ MONO_ITEM fn <{closure@lifetimes_outlive.rs:17:18: 17:25} as std::ops::FnOnce<()>>::call_once - shim(vtable)
//~ MONO_ITEM fn free::<'_, '_>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn std::ops::Fn() -> u8> - shim(Some(dyn std::ops::Fn() -> u8))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn std::ops::Fn() -> u8>> - shim(Some(std::boxed::Box<dyn std::ops::Fn() -> u8>))
