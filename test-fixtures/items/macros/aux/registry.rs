//@ crate-type: rlib
// Macros that call each other by plain names, from wherever they are used.
pub struct Slot<T>(pub T);

impl<T> Slot<T> {
    pub fn take(self) -> T {
        self.0
    }
}

#[doc(hidden)]
#[macro_export(local_inner_macros)]
macro_rules! __slot_inner {
    (@MAKE $N:ident, $e:expr) => {
        #[allow(non_snake_case)]
        fn $N() -> $crate::Slot<&'static str> {
            $crate::Slot(__slot_name!($e))
        }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __slot_name {
    ($e:expr) => {
        stringify!($e)
    };
}

#[macro_export(local_inner_macros)]
macro_rules! slot {
    ($($N:ident = $e:expr;)*) => {
        $( __slot_inner!(@MAKE $N, $e); )*
    };
}
