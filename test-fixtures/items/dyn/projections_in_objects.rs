// Trait objects that fix associated types, in maps of boxed handlers.
trait Stage {
    type In;
    type Out;
    fn run(&self, i: Self::In) -> Self::Out;
}
struct Len;
struct Dbl<T>(T);
impl Stage for Len {
    type In = String;
    type Out = usize;
    fn run(&self, s: String) -> usize {
        s.len()
    }
}
impl<T: Fn(usize) -> usize> Stage for Dbl<T> {
    type In = usize;
    type Out = usize;
    fn run(&self, n: usize) -> usize {
        (self.0)(n)
    }
}
struct Then<A, B>(A, B);
impl<A: Stage, B: Stage<In = A::Out>> Stage for Then<A, B> {
    type In = A::In;
    type Out = B::Out;
    fn run(&self, i: A::In) -> B::Out {
        self.1.run(self.0.run(i))
    }
}
fn boxed<'a, S: Stage + 'a>(s: S) -> Box<dyn Stage<In = S::In, Out = S::Out> + 'a> {
    Box::new(s)
}
fn main() {
    let p: Box<dyn Stage<In = String, Out = usize>> = boxed(Then(Len, Dbl(|n| n * 2)));
    p.run(String::new());
}

//~ MONO_ITEM fn <Dbl<{closure@projections_in_objects.rs:35:75: 35:78}> as Stage>::run
//~ MONO_ITEM fn <Len as Stage>::run
//~ MONO_ITEM fn <Then<Len, Dbl<{closure@projections_in_objects.rs:35:75: 35:78}>> as Stage>::run
//~ MONO_ITEM fn boxed::<'_, Then<Len, Dbl<{closure@projections_in_objects.rs:35:75: 35:78}>>>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn Stage<In = std::string::String, Out = usize>> - shim(Some(dyn Stage<In = std::string::String, Out = usize>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn Stage<In = std::string::String, Out = usize>>> - shim(Some(std::boxed::Box<dyn Stage<In = std::string::String, Out = usize>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
