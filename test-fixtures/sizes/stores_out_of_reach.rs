// Where control never comes, no store is dead: two sides of a branch there that store other values are not taken for alike.
//@ compile-flags: -Copt-level=3
//@ crate-type: lib
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Id(u32);
#[derive(Clone, Copy)]
pub struct Set {
    bits: u32,
}
impl Set {
    #[inline]
    fn len(self) -> usize {
        weight(self.bits)
    }
    #[inline]
    fn is_empty(self) -> bool {
        self.len() == 0
    }
}
#[derive(Clone, Copy)]
pub struct Steps(u64);
impl Steps {
    #[inline]
    fn set(self) -> Set {
        Set { bits: (self.0 & 0x3ff) as u32 }
    }
}
#[inline(never)]
fn weight(bits: u32) -> usize {
    bits as usize
}
#[inline(never)]
fn matches(set: Set, text: &[u8]) -> bool {
    text.len() > set.bits as usize
}
#[inline(never)]
fn go(i: u64) -> bool {
    i == 3
}
#[inline(never)]
pub fn unreached(min: &Id, id: Id, steps: Steps, text: &[u8]) -> bool {
    if false {
        if !(id >= *min) {
            return true;
        }
    };
    if !steps.set().is_empty() && !matches(steps.set(), text) {
        return false;
    }
    let k = steps.0 >> 42;
    if go(k) {
        go(k + 1);
    }
    go(5)
}

//~ SIZE 11 matches
//~ SIZE 2 go
//~ SIZE 2 weight
//~ SIZE 35 unreached
