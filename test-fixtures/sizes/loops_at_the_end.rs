//@ compile-flags: -Copt-level=3
//@ crate-type: lib
// A `for` at the end of a block drops what it goes through before the variables of the block.
pub struct Held(Box<u8>);

pub struct All {
    left: Option<Held>,
}

impl Iterator for All {
    type Item = Held;
    #[inline(never)]
    fn next(&mut self) -> Option<Held> {
        self.left.take()
    }
}

#[inline(never)]
pub fn look(held: &Held, n: u8) -> bool {
    *held.0 == n
}

#[inline(never)]
pub fn all(n: u8) -> All {
    All { left: Some(Held(Box::new(n))) }
}

#[inline(never)]
pub fn last(n: u8) {
    let name = Held(Box::new(n));
    let first = all(n);
    if look(&name, 3) {
        for held in first {
            look(&held, n);
        }
    } else {
        drop(name);
        for held in first {
            look(&held, n);
        }
    }
}

#[inline(never)]
pub fn nested(n: u8) {
    let name = Held(Box::new(n));
    for held in all(n) {
        let mine = all(n);
        if look(&held, 3) {
            continue;
        }
        for held in mine {
            look(&held, n);
        }
    }
    look(&name, 4);
}

//~ SIZE 11 all
//~ SIZE 3 <All as std::iter::Iterator>::next
//~ SIZE 7 look
//~ SIZE 78 nested
//~ SIZE 82 last
//~ GLUE 2 All
//~ GLUE 2 Held
//~ GLUE 4 std::option::Option<Held>
