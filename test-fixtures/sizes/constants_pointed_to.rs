//@ crate-type: lib
//@ compile-flags: -Copt-level=3 -Cdebuginfo=2
// A debugger that is told of a reference to what holds a constant finds it there.
#[derive(Clone, Copy)]
pub struct Layout {
    size: usize,
    align: usize,
}

impl Layout {
    #[inline(always)]
    fn size(&self) -> usize {
        self.size
    }
}

const SMALL: Layout = Layout { size: 1, align: 2 };

#[inline(never)]
pub fn make(_: usize, _: Layout) -> usize {
    1
}

#[inline(always)]
fn sized(count: usize, layout: Layout) -> usize {
    make(count, layout) + layout.size()
}

#[inline(always)]
fn unsized_(count: usize, layout: Layout) -> usize {
    make(count, layout)
}

#[inline(never)]
pub fn told(count: usize) -> usize {
    sized(count, SMALL)
}

#[inline(never)]
pub fn untold(count: usize) -> usize {
    unsized_(count, SMALL)
}

//~ SIZE 2 make
//~ SIZE 2 untold
//~ SIZE 8 told
