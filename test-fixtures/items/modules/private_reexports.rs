// Paths print by where a thing is defined in its own crate, however it is reached.
mod outer {
    pub mod inner {
        pub fn deep<T>(_: T) {}
        pub(crate) struct Hidden<T>(pub T);
        impl<T> Hidden<T> {
            pub fn open(self) -> T {
                self.0
            }
        }
    }
    pub use self::inner::deep as shallow;
    pub(super) use inner::Hidden as Seen;
    pub fn call() {
        super::helper::<u8>();
        self::inner::deep(());
        crate::outer::shallow(1i8);
    }
}

fn helper<T>() {
    fn nested<U>(u: U) -> U {
        u
    }
    nested(1u16);
}

use outer::{shallow, Seen};

fn main() {
    outer::call();
    shallow('a');
    Seen(2u32).open();
}

//~ MONO_ITEM fn helper::<u8>
//~ MONO_ITEM fn helper::nested::<u16>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn outer::call
//~ MONO_ITEM fn outer::inner::Hidden::<u32>::open
//~ MONO_ITEM fn outer::inner::deep::<()>
//~ MONO_ITEM fn outer::inner::deep::<char>
//~ MONO_ITEM fn outer::inner::deep::<i8>
