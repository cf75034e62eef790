// A bound on `Self` by a trait of sized types keeps a method out of vtables, however far up that trait says so.
trait Base: Sized {}
trait Fixed: Base {}

trait Animal {
    fn name(&self) -> u32;
    fn fixed(&self) -> u32
    where
        Self: Fixed,
    {
        self.name() + 1
    }
}

struct Dog;
struct Bird;

impl Base for Dog {}
impl Fixed for Dog {}

impl Animal for Dog {
    fn name(&self) -> u32 {
        1
    }
}

impl Animal for Bird {
    fn name(&self) -> u32 {
        2
    }
}

fn main() {
    let all: [&dyn Animal; 2] = [&Dog, &Bird];
    all[0].name();
}

//~ MONO_ITEM fn <Bird as Animal>::name
//~ MONO_ITEM fn <Dog as Animal>::name
//~ MONO_ITEM fn main
