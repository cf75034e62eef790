pub const WIDTH: usize = 4;

pub trait Filled {
    fn filled(with: u8) -> Self;
}

macro_rules! filled {
    ($($len:expr;)*) => {
        $(impl<T: From<u8> + Copy> Filled for [T; $len] {
            fn filled(with: u8) -> Self {
                [T::from(with); $len]
            }
        })*
    };
}

filled! { 1; WIDTH; WIDTH * 2; }

#[derive(Clone)]
pub struct Block<T>(pub T);

impl<T: From<u8> + Copy> Filled for Block<[T; WIDTH + 1]> {
    fn filled(with: u8) -> Self {
        Block([T::from(with); WIDTH + 1])
    }
}

pub mod inner {
    pub struct Plain;

    impl<T: Default> From<[T; super::WIDTH + 2]> for Plain {
        fn from(_: [T; super::WIDTH + 2]) -> Self {
            Plain
        }
    }
}

impl<T: Default> From<[[T; 2]; WIDTH]> for inner::Plain {
    fn from(_: [[T; 2]; WIDTH]) -> Self {
        inner::Plain
    }
}

pub type Bytes = [i8; WIDTH];
