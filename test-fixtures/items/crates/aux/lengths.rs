pub mod inner {
    pub trait Filled {
        fn filled() -> Self;
    }

    macro_rules! filled {
        ($n:expr) => {
            impl<T: Default> Filled for [T; $n] {
                fn filled() -> Self {
                    std::array::from_fn(|_| T::default())
                }
            }
        };
    }

    filled!(2 + 1);

    #[derive(Clone, Default)]
    pub struct One<T>(pub T);

    filled!((2 + 1) + 1);

    impl<T: Default> Filled for One<[T; 1 + 1]> {
        fn filled() -> Self {
            One([T::default(), T::default()])
        }
    }

    impl<T: Default> Filled for [T; 1] {
        fn filled() -> Self {
            [T::default()]
        }
    }
}

pub struct Outer<T>(pub [T; 2]);

impl<T: Default> inner::Filled for Outer<[T; 4 - 2]> {
    fn filled() -> Self {
        Outer(Default::default())
    }
}
