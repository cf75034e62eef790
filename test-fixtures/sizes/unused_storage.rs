//@ compile-flags: -Copt-level=3
//@ crate-type: lib
// A variable that nothing is written to any more loses its storage where a dead store is found, and only there.
#[inline(never)]
pub fn without_stores(b: bool) -> usize {
    let x: usize;
    if const { 0 == 1 } {
        x = b as usize;
        return x + id(x);
    }
    3
}

#[inline(never)]
pub fn id(a: usize) -> usize {
    a
}

pub struct Steps {
    at: usize,
    end: usize,
    wide: bool,
}

impl Steps {
    #[inline]
    fn next(&mut self) -> Option<usize> {
        let at = self.at;
        let end = self.end;
        if const { std::mem::size_of::<u32>() == 3 } {
            let len = end / 2;
            let rest = len - 1;
            self.end = rest;
        } else {
            if at == end {
                return None;
            }
            self.at = at + 1;
        }
        Some(at)
    }
}

#[inline(never)]
pub fn total(mut rows: Steps, columns: usize) -> usize {
    let mut found = 0;
    while let Some(row) = rows.next() {
        let mut columns = Steps { at: 0, end: columns, wide: rows.wide };
        while let Some(column) = columns.next() {
            found += row * column;
        }
    }
    found
}

//~ SIZE 2 id
//~ SIZE 4 without_stores
//~ SIZE 48 total
