//@ compile-flags: -Copt-level=3
//@ crate-type: lib
// A branch on the comparison of a number with a constant is one on the number, wherever it leads.
pub struct Flags(u32);

impl Flags {
    #[inline]
    fn has(&self, flag: u32) -> bool {
        self.0 & flag != 0
    }
}

pub struct Both {
    own: Flags,
    shared: Flags,
}

impl Both {
    #[inline]
    fn has(&self, flag: u32) -> bool {
        self.own.has(flag) || self.shared.has(flag)
    }

    #[inline]
    fn choice(&self) -> u8 {
        if self.has(1) {
            1
        } else if self.has(2) {
            2
        } else {
            3
        }
    }
}

#[inline(never)]
pub fn choose(both: &Both) -> u8 {
    if both.has(4) {
        return 4;
    }
    both.choice()
}

#[inline(never)]
pub fn direct(a: u32, b: u32) -> u8 {
    if a & 3 == 1 || b & 3 == 1 {
        1
    } else {
        2
    }
}

#[inline(never)]
pub fn shared_target(a: u32, b: u8) -> u8 {
    let x = match b {
        0 => return 7,
        1 => a & 1 == 0,
        _ => a & 2 != 0,
    };
    if x { 1 } else { 7 }
}

// What one path has compared already is compared there with what it is: the number is no longer assigned once.
#[inline(never)]
pub fn digits(code: u8, out: &mut [u8; 4]) -> usize {
    let hundreds = (code / 100) % 10;
    let tens = (code / 10) % 10;
    let mut at = 0;
    let mut printed = false;
    if hundreds != 0 {
        printed = true;
        out[at] = hundreds;
        at += 1;
    }
    if tens != 0 || printed {
        out[at] = tens;
        at += 1;
    }
    at
}

//~ SIZE 17 direct
//~ SIZE 20 shared_target
//~ SIZE 39 digits
//~ SIZE 52 choose
