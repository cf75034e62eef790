//@ crate-type: lib
//@ compile-flags: -Copt-level=3
// A constant that is a reference lives for ever, and goes as it is to whoever asks for something that does.

const NAMED: &[u8] = b"0123456789";
static STATIC: &[u8] = b"0123456789";

pub struct Holder {
    ptr: *const u8,
    len: usize,
}

impl Holder {
    const OWN: &'static [u8] = b"01";

    pub fn of_static(bytes: &'static [u8]) -> Holder {
        Holder { ptr: bytes as *const [u8] as *const u8, len: 1 }
    }

    pub fn of_any(bytes: &[u8]) -> Holder {
        Holder { ptr: bytes as *const [u8] as *const u8, len: 1 }
    }
}

fn through(bytes: &'static [u8]) -> Holder {
    Holder::of_static(bytes)
}

#[inline(never)]
pub fn takes(_: &mut Holder) {}

#[inline(never)]
pub fn named() {
    takes(&mut Holder::of_static(NAMED));
}

#[inline(never)]
pub fn named_through() {
    takes(&mut through(NAMED));
}

#[inline(never)]
pub fn named_for_any() {
    takes(&mut Holder::of_any(NAMED));
}

#[inline(never)]
pub fn of_impl() {
    takes(&mut Holder::of_static(Holder::OWN));
}

#[inline(never)]
pub fn of_a_static() {
    takes(&mut Holder::of_static(STATIC));
}

pub struct Message(u8);

pub fn of_message(message: &'static Message) -> Holder {
    Holder { ptr: message as *const Message as *const u8, len: 1 }
}

#[inline(never)]
pub fn of_a_block() {
    takes(&mut of_message(const { &Message(1) }));
}

//~ SIZE 1 takes
//~ SIZE 13 named_for_any
//~ SIZE 15 named
//~ SIZE 15 named_through
//~ SIZE 15 of_a_block
//~ SIZE 15 of_impl
//~ SIZE 18 of_a_static
