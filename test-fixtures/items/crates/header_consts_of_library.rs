//@ aux: blocks.rs
// A constant in the header of an impl of another crate is printed as where it stands: the impls of a module are counted
// in the order in which macros are expanded, those that are written out first.
use blocks::{inner::Plain, Block, Filled};

struct Own;

impl From<[u8; blocks::WIDTH * 3]> for Own {
    fn from(_: [u8; blocks::WIDTH * 3]) -> Self {
        Own
    }
}

impl From<[u16; blocks::WIDTH]> for Own {
    fn from(_: [u16; blocks::WIDTH]) -> Self {
        Own
    }
}

impl Own {
    const LEN: usize = 2;
}

impl<T> From<[T; Own::LEN]> for Own {
    fn from(_: [T; Own::LEN]) -> Self {
        Own
    }
}

type Wide = [u64; blocks::WIDTH];

impl From<Wide> for Own {
    fn from(_: Wide) -> Self {
        Own
    }
}

impl From<blocks::Bytes> for Own {
    fn from(_: blocks::Bytes) -> Self {
        Own
    }
}

fn main() {
    let _: Own = [0u64; 4].into();
    let _: Own = [0i8; 4].into();
    let _: Own = [0u16; 4].into();
    let _: Own = [0u8; 2].into();
    let _: Plain = [[0u8; 2]; 4].into();
    let _: [u8; 1] = Filled::filled(1);
    let _: [u16; 4] = Filled::filled(2);
    let _: [u32; 8] = Filled::filled(3);
    let _: Block<[u8; 5]> = Filled::filled(4);
    let _: Plain = [0u8; 6].into();
    let _: Own = [0u8; 12].into();
}

//~ MONO_ITEM fn <Own as std::convert::From<[i8; blocks::::Bytes::{constant#0}]>>::from
//~ MONO_ITEM fn <Own as std::convert::From<[u16; blocks::WIDTH]>>::from
//~ MONO_ITEM fn <Own as std::convert::From<[u64; blocks::WIDTH]>>::from
//~ MONO_ITEM fn <Own as std::convert::From<[u8; Own::LEN]>>::from
//~ MONO_ITEM fn <Own as std::convert::From<[u8; blocks::WIDTH * 3]>>::from
//~ MONO_ITEM fn <[u16; blocks::::{impl#3}::{constant#0}] as blocks::Filled>::filled
//~ MONO_ITEM fn <[u32; blocks::::{impl#4}::{constant#0}] as blocks::Filled>::filled
//~ MONO_ITEM fn <[u8; 1] as blocks::Filled>::filled
//~ MONO_ITEM fn <blocks::Block<[u8; blocks::::{impl#0}::{constant#0}]> as blocks::Filled>::filled
//~ MONO_ITEM fn <blocks::inner::Plain as std::convert::From<[u8; blocks::::inner::{impl#0}::{constant#0}]>>::from
//~ MONO_ITEM fn blocks::<impl std::convert::From<[[u8; 2]; blocks::::{impl#1}::{constant#1}]> for blocks::inner::Plain>::from
//~ MONO_ITEM fn main
