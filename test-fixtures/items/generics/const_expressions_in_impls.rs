// Const parameters through impls, defaults and arrays of arrays.
#[derive(Clone, Copy)]
struct Grid<T, const W: usize = 2, const H: usize = W>([[T; W]; H]);
impl<T: Copy + Default, const W: usize, const H: usize> Grid<T, W, H> {
    const CELLS: usize = W * H;
    fn new() -> Self {
        Grid([[T::default(); W]; H])
    }
    fn turn(self) -> Grid<T, H, W> {
        let mut g = Grid::<T, H, W>::new();
        for y in 0..H {
            for x in 0..W {
                g.0[x][y] = self.0[y][x];
            }
        }
        g
    }
}
fn main() {
    let g = Grid::<u8>::new();
    g.turn();
    Grid::<i16, 1, 3>::new().turn().turn();
    let n = Grid::<u8, 4, 5>::CELLS;
    let _ = n;
}

//~ MONO_ITEM fn Grid::<i16, 1, 3>::new
//~ MONO_ITEM fn Grid::<i16, 1, 3>::turn
//~ MONO_ITEM fn Grid::<i16, 3, 1>::new
//~ MONO_ITEM fn Grid::<i16, 3, 1>::turn
//~ MONO_ITEM fn Grid::<u8>::new
//~ MONO_ITEM fn Grid::<u8>::turn
//~ MONO_ITEM fn main
