// An extension trait over std types with methods taking closures, imported inside a function only.
mod ext {
    pub trait OptionExt<T> {
        fn or_try<F: FnOnce() -> Option<T>>(self, f: F) -> Option<T>;
        fn tap(self, f: impl Fn(&T)) -> Self;
    }

    impl<T> OptionExt<T> for Option<T> {
        fn or_try<F: FnOnce() -> Option<T>>(self, f: F) -> Option<T> {
            match self {
                Some(t) => Some(t),
                None => f(),
            }
        }

        fn tap(self, f: impl Fn(&T)) -> Self {
            if let Some(t) = &self {
                f(t);
            }
            self
        }
    }

    pub trait IntExt: Sized {
        fn clamp_to(self, max: Self) -> Self;
        fn doubled(self) -> Self;
    }

    macro_rules! int_ext {
        ($($ty:ty),*) => {
            $(
                impl IntExt for $ty {
                    fn clamp_to(self, max: Self) -> Self {
                        if self > max { max } else { self }
                    }
                    fn doubled(self) -> Self {
                        self + self
                    }
                }
            )*
        };
    }

    int_ext!(u8, u16, i64);
}

fn ints() -> i64 {
    use ext::IntExt as _;
    let _ = 3u8.doubled();
    4i64.clamp_to(3)
}

fn main() {
    use ext::OptionExt;
    let mut seen = 0;
    let _ = None.or_try(|| Some(ints())).tap(|n| {
        let _ = n;
    });
    let _ = Some('c').or_try(|| {
        seen += 1;
        None
    });
}

//~ MONO_ITEM fn <i64 as ext::IntExt>::clamp_to
//~ MONO_ITEM fn <std::option::Option<char> as ext::OptionExt<char>>::or_try::<{closure@extension_trait.rs:59:30: 59:32}>
//~ MONO_ITEM fn <std::option::Option<i64> as ext::OptionExt<i64>>::or_try::<{closure@extension_trait.rs:56:25: 56:27}>
//~ MONO_ITEM fn <std::option::Option<i64> as ext::OptionExt<i64>>::tap::<{closure@extension_trait.rs:56:46: 56:49}>
//~ MONO_ITEM fn <u8 as ext::IntExt>::doubled
//~ MONO_ITEM fn ints
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn main::{closure#2}
