// What a supertrait says of an associated type is not printed among a trait object's own bounds.
trait Each<'a, T: 'a>: Iterator<Item = &'a mut T> + DoubleEndedIterator<Item = &'a mut T> {}

impl<'a, T: 'a, I> Each<'a, T> for I where I: DoubleEndedIterator<Item = &'a mut T> {}

struct Held<T: ?Sized>(Box<T>);

impl<T: ?Sized> Held<T> {
    fn held(&mut self) -> &mut T {
        &mut self.0
    }
}

trait Free: Iterator {}
impl<I: Iterator> Free for I {}

fn main() {
    let mut bytes = [1u8, 2];
    let mut held: Held<dyn Each<'_, u8, Item = &mut u8> + '_> = Held(Box::new(bytes.iter_mut()));
    held.held().next_back();
    let mut words = [1u16, 2];
    let mut free: Held<dyn Free<Item = &mut u16> + '_> = Held(Box::new(words.iter_mut()));
    free.held().next();
}

//~ MONO_ITEM fn Held::<dyn Each<'_, u8>>::held
//~ MONO_ITEM fn Held::<dyn Free<Item = &mut u16>>::held
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<Held<dyn Each<'_, u8>>> - shim(Some(Held<dyn Each<'_, u8>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Held<dyn Free<Item = &mut u16>>> - shim(Some(Held<dyn Free<Item = &mut u16>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn Each<'_, u8>> - shim(Some(dyn Each<'_, u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn Free<Item = &mut u16>> - shim(Some(dyn Free<Item = &mut u16>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn Each<'_, u8>>> - shim(Some(std::boxed::Box<dyn Each<'_, u8>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn Free<Item = &mut u16>>> - shim(Some(std::boxed::Box<dyn Free<Item = &mut u16>>))
