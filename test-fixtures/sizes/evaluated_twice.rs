//@ compile-flags: -Copt-level=3
//@ crate-type: lib
// What a constant was evaluated to is the same value wherever a body that mentions it is inlined.
use std::marker::PhantomData;

pub struct Entry(usize);

pub struct Align(usize);

pub trait Aligned {
    const ALIGN: Align;
}

impl<T> Aligned for T {
    const ALIGN: Align = Align(8);
}

pub struct Memory {
    start: Align,
    room: usize,
}

pub struct Buffer<T> {
    memory: Memory,
    of: PhantomData<T>,
}

pub struct List<T> {
    buffer: Buffer<T>,
    len: usize,
}

impl<T> List<T> {
    #[inline]
    fn new() -> List<T> {
        List {
            buffer: Buffer {
                memory: Memory {
                    start: T::ALIGN,
                    room: 0,
                },
                of: PhantomData,
            },
            len: 0,
        }
    }
}

pub struct Waiting {
    first: List<Entry>,
    ready: bool,
}

impl Waiting {
    #[inline]
    fn new() -> Waiting {
        Waiting {
            first: List::new(),
            ready: true,
        }
    }
}

pub struct Channel {
    senders: Waiting,
    receivers: Waiting,
}

#[inline(never)]
pub fn channel() -> Channel {
    Channel {
        senders: Waiting::new(),
        receivers: Waiting::new(),
    }
}

//~ SIZE 4 channel
