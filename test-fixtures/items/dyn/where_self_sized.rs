// Methods with `where Self: Sized` are in no vtable.
trait Animal {
    fn name(&self) -> String;
    fn twice(&self) -> String
    where
        Self: Sized,
    {
        self.name() + &self.name()
    }
    fn pair<T>(&self, other: T) -> T
    where
        Self: Sized,
    {
        other
    }
    fn legs(&self) -> u32 {
        4
    }
}

struct Dog;
struct Bird;

impl Animal for Dog {
    fn name(&self) -> String {
        String::new()
    }
}

impl Animal for Bird {
    fn name(&self) -> String {
        String::new()
    }
    fn legs(&self) -> u32 {
        2
    }
}

fn main() {
    let all: [&dyn Animal; 2] = [&Dog, &Bird];
    let _ = all.iter().map(|a| a.legs()).sum::<u32>();
    Dog.twice();
    Bird.pair(1u8);
}

//~ MONO_ITEM fn <Bird as Animal>::legs
//~ MONO_ITEM fn <Bird as Animal>::name
//~ MONO_ITEM fn <Bird as Animal>::pair::<u8>
//~ MONO_ITEM fn <Dog as Animal>::legs
//~ MONO_ITEM fn <Dog as Animal>::name
//~ MONO_ITEM fn <Dog as Animal>::twice
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
