//@ crate-type: lib
// Reachability does not matter to a library's roots as much as linkage does: private modules, closures, nested items.
mod private {
    pub fn unreachable_from_outside() -> u8 {
        nested()
    }

    fn nested() -> u8 {
        fn inner_most<T>(t: T) -> T {
            t
        }
        inner_most(3)
    }

    pub(crate) struct Hidden;

    impl Hidden {
        pub fn method(self) -> Vec<u8> {
            vec![1]
        }
    }

    impl Default for Hidden {
        fn default() -> Self {
            Hidden
        }
    }
}

pub fn entry(n: usize) -> impl Fn(usize) -> usize {
    move |m| n + m
}

pub fn calls_entry() -> usize {
    entry(1)(2) + private::unreachable_from_outside() as usize
}

pub fn takes_dyn(f: &mut dyn FnMut(private_api::Event)) {
    f(private_api::Event::Tick(1))
}

pub mod private_api {
    #[derive(Clone, Debug, PartialEq)]
    pub enum Event {
        Tick(u32),
        Text(String),
    }

    pub enum Never {}

    pub struct Sink<W>(pub W);

    impl Sink<Vec<u8>> {
        pub fn write(&mut self, byte: u8) {
            self.0.push(byte);
        }
    }
}

pub fn hidden() -> bool {
    private::Hidden::default().method().is_empty()
}

//~ MONO_ITEM fn <private::Hidden as std::default::Default>::default
//~ MONO_ITEM fn calls_entry
//~ MONO_ITEM fn entry
//~ MONO_ITEM fn entry::{closure#0}
//~ MONO_ITEM fn hidden
//~ MONO_ITEM fn private::Hidden::method
//~ MONO_ITEM fn private::nested
//~ MONO_ITEM fn private::nested::inner_most::<u8>
//~ MONO_ITEM fn private::unreachable_from_outside
//~ MONO_ITEM fn private_api::Sink::<std::vec::Vec<u8>>::write
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn takes_dyn
