// Coercions: function items and closures to a common pointer, never, reborrows, deref, unsizing in arms and arrays.
struct Text(String);

impl std::ops::Deref for Text {
    type Target = String;
    fn deref(&self) -> &String {
        &self.0
    }
}

trait Animal {
    fn legs(&self) -> u8;
}

struct Cat;
struct Bird;

impl Animal for Cat {
    fn legs(&self) -> u8 {
        4
    }
}

impl Animal for Bird {
    fn legs(&self) -> u8 {
        2
    }
}

fn inc(n: u8) -> u8 {
    n + 1
}

fn dec(n: u8) -> u8 {
    n - 1
}

fn length(s: &str) -> usize {
    s.len()
}

fn fill(items: &mut [u8]) {
    if let Some(first) = items.first_mut() {
        *first = 1;
    }
}

fn stop(code: u8) -> ! {
    std::process::exit(code as i32)
}

fn select(flag: bool) -> u8 {
    let f = if flag { inc } else { dec };
    let g = match flag {
        true => |n: u8| n * 2,
        false => |n: u8| n * 3,
    };
    f(g(3))
}

fn animal<'a>(flag: bool, cat: &'a Cat, bird: &'a Bird) -> &'a dyn Animal {
    match flag {
        true => cat,
        false => bird,
    }
}

fn checked(n: Option<u8>) -> u8 {
    match n {
        Some(n) => n,
        None => stop(1),
    }
}

fn main() {
    let text = Text(String::from("abc"));
    length(&text);
    let mut items = [0u8; 2];
    fill(&mut items);
    let again = &mut items;
    fill(again);
    fill(again);
    select(true);
    animal(true, &Cat, &Bird).legs();
    let zoo: [Box<dyn Animal>; 2] = [Box::new(Cat), Box::new(Bird)];
    let _ = zoo[0].legs() + checked(Some(2));
    let functions = [inc, dec];
    let _ = functions[0](1);
}

//~ MONO_ITEM fn <Bird as Animal>::legs
//~ MONO_ITEM fn <Cat as Animal>::legs
//~ MONO_ITEM fn <Text as std::ops::Deref>::deref
//~ MONO_ITEM fn <{closure@coercions.rs:55:17: 55:24} as std::ops::FnOnce<(u8,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@coercions.rs:56:18: 56:25} as std::ops::FnOnce<(u8,)>>::call_once - shim
//~ MONO_ITEM fn animal
//~ MONO_ITEM fn checked
//~ MONO_ITEM fn dec
//~ MONO_ITEM fn fill
//~ MONO_ITEM fn inc
//~ MONO_ITEM fn length
//~ MONO_ITEM fn main
//~ MONO_ITEM fn select
//~ MONO_ITEM fn select::{closure#0}
//~ MONO_ITEM fn select::{closure#1}
//~ MONO_ITEM fn std::ptr::drop_in_place::<Text> - shim(Some(Text))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::boxed::Box<dyn Animal>; 2]> - shim(Some([std::boxed::Box<dyn Animal>; 2]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn Animal> - shim(Some(dyn Animal))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn Animal>> - shim(Some(std::boxed::Box<dyn Animal>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn stop
