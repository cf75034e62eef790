// Assignment drops the old value; `mem::replace` and `mem::take` drop nothing themselves.
#[derive(Default)]
struct Slot(Option<Box<u8>>);

impl Drop for Slot {
    fn drop(&mut self) {}
}

struct Plain(String);

fn main() {
    let mut a = Slot(None);
    a = Slot(Some(Box::new(1)));
    let b = std::mem::take(&mut a);
    let mut c = Plain(String::new());
    std::mem::replace(&mut c.0, "x".to_string());
    std::mem::forget(b);
}

//~ MONO_ITEM fn <Slot as std::default::Default>::default
//~ MONO_ITEM fn <Slot as std::ops::Drop>::drop
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<Plain> - shim(Some(Plain))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Slot> - shim(Some(Slot))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<u8>> - shim(Some(std::boxed::Box<u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::boxed::Box<u8>>> - shim(Some(std::option::Option<std::boxed::Box<u8>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
