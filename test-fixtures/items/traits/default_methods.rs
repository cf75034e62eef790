// Provided methods: inherited, overridden, calling required ones, with parameters of their own.
trait Animal {
    fn name(&self) -> &'static str;

    fn legs(&self) -> u32 {
        4
    }

    fn describe(&self) -> (u32, &'static str) {
        (self.legs(), self.name())
    }

    fn repeat<T: Clone>(&self, t: &T) -> T {
        let _ = self.describe();
        t.clone()
    }

    fn create() -> Self
    where
        Self: Sized + Default,
    {
        Self::default()
    }
}

#[derive(Default)]
struct Dog;
#[derive(Default)]
struct Bird {
    tame: bool,
}

impl Animal for Dog {
    fn name(&self) -> &'static str {
        "dog"
    }
}

impl Animal for Bird {
    fn name(&self) -> &'static str {
        if self.tame { "parrot" } else { "gull" }
    }

    fn legs(&self) -> u32 {
        2
    }
}

fn main() {
    let dog = Dog::create();
    dog.describe();
    let bird = <Bird as Animal>::create();
    bird.repeat(&1u16);
    bird.repeat(&'x');
    Animal::legs(&dog);
}

//~ MONO_ITEM fn <Bird as Animal>::create
//~ MONO_ITEM fn <Bird as Animal>::describe
//~ MONO_ITEM fn <Bird as Animal>::legs
//~ MONO_ITEM fn <Bird as Animal>::name
//~ MONO_ITEM fn <Bird as Animal>::repeat::<char>
//~ MONO_ITEM fn <Bird as Animal>::repeat::<u16>
//~ MONO_ITEM fn <Bird as std::default::Default>::default
//~ MONO_ITEM fn <Dog as Animal>::create
//~ MONO_ITEM fn <Dog as Animal>::describe
//~ MONO_ITEM fn <Dog as Animal>::legs
//~ MONO_ITEM fn <Dog as Animal>::name
//~ MONO_ITEM fn <Dog as std::default::Default>::default
//~ MONO_ITEM fn main
