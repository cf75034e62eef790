// Index, IndexMut, Deref and DerefMut of user types, explicit and implied; autoref picks the mutable one where needed.
use std::ops::{Deref, DerefMut, Index, IndexMut, Range};

struct Grid {
    cells: [u8; 6],
    width: usize,
}

impl Index<(usize, usize)> for Grid {
    type Output = u8;
    fn index(&self, (r, c): (usize, usize)) -> &u8 {
        &self.cells[r * self.width + c]
    }
}
impl IndexMut<(usize, usize)> for Grid {
    fn index_mut(&mut self, (r, c): (usize, usize)) -> &mut u8 {
        &mut self.cells[r * self.width + c]
    }
}
impl Index<Range<usize>> for Grid {
    type Output = [u8];
    fn index(&self, rows: Range<usize>) -> &[u8] {
        &self.cells[rows.start * self.width..rows.end * self.width]
    }
}

struct Smart<T> {
    value: T,
    reads: u32,
}

impl<T> Deref for Smart<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}
impl<T> DerefMut for Smart<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.reads += 1;
        &mut self.value
    }
}

impl Grid {
    fn fill(&mut self, n: u8) {
        for cell in self.cells.iter_mut() {
            *cell = n;
        }
    }
    fn size(&self) -> usize {
        self.cells.len()
    }
}

fn takes_grid(g: &Grid) -> usize {
    g.size()
}

fn main() {
    let mut grid = Grid { cells: [0; 6], width: 3 };
    grid[(1, 2)] = 4;
    grid[(0, 0)] += grid[(1, 2)];
    let _ = grid[0..1].len();
    let mut smart = Smart { value: grid, reads: 0 };
    smart.fill(1);
    let _ = smart.size();
    smart[(0, 1)] = 9;
    takes_grid(&smart);
    let nested = Smart { value: Smart { value: 5u8, reads: 0 }, reads: 0 };
    let _ = **nested + 1;
    let mut number = Smart { value: 1i32, reads: 0 };
    *number += 2;
}

//~ MONO_ITEM fn <Grid as std::ops::Index<(usize, usize)>>::index
//~ MONO_ITEM fn <Grid as std::ops::Index<std::ops::Range<usize>>>::index
//~ MONO_ITEM fn <Grid as std::ops::IndexMut<(usize, usize)>>::index_mut
//~ MONO_ITEM fn <Smart<Grid> as std::ops::Deref>::deref
//~ MONO_ITEM fn <Smart<Grid> as std::ops::DerefMut>::deref_mut
//~ MONO_ITEM fn <Smart<Smart<u8>> as std::ops::Deref>::deref
//~ MONO_ITEM fn <Smart<i32> as std::ops::DerefMut>::deref_mut
//~ MONO_ITEM fn <Smart<u8> as std::ops::Deref>::deref
//~ MONO_ITEM fn Grid::fill
//~ MONO_ITEM fn Grid::size
//~ MONO_ITEM fn main
//~ MONO_ITEM fn takes_grid
