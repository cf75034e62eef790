//@ compile-flags: -Copt-level=3
//@ crate-type: lib
// A closure that is inlined wherever it is called falls apart into what it has captured.
pub struct Ends(usize, (usize, usize));

impl Ends {
    #[inline(never)]
    fn push(&mut self, end: (usize, usize)) {
        self.0 += 1;
        self.1 = end;
    }
}

#[inline(never)]
pub fn words(text: &[u8], ends: &mut Ends) {
    let mut push = |lo: usize, hi: usize| {
        if lo < hi {
            ends.push((lo, hi))
        }
    };
    let mut lo = 0;
    let mut hi = 0;
    while hi < text.len() {
        if text[hi] == b' ' {
            push(lo, hi);
            lo = hi;
        }
        hi += 1;
    }
    push(lo, text.len());
}

#[inline(never)]
pub fn without_captures(text: &[u8]) -> usize {
    let is_space = |b: u8| b == b' ';
    let mut n = 0;
    while n < text.len() && is_space(text[n]) {
        n += 1;
    }
    if is_space(text[0]) { n + 1 } else { n }
}

// By way of a reference to a reference that a closure has captured, a variable is what it was.
#[inline(never)]
pub fn twice(text: &[u8], at: Option<usize>) -> Option<(usize, usize)> {
    let len = text.len();
    at.map(|at| (text.len() - at, len))
}

//~ SIZE 18 twice
//~ SIZE 29 without_captures
//~ SIZE 3 Ends::push
//~ SIZE 48 words
