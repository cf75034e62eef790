// A where clause that mentions a parameter, alone or tied to a used one, does not use it.
trait Get<T> {
    fn get(&self) -> T;
}

struct Cell(u8);

impl Get<u8> for Cell {
    fn get(&self) -> u8 {
        self.0
    }
}

impl Get<u16> for Cell {
    fn get(&self) -> u16 {
        self.0 as u16
    }
}

fn tied<G, T>(g: &G) -> u32
where
    G: Get<T>,
{
    let _ = g;
    1
}

fn used_through<G, T>(g: &G) -> u32
where
    G: Get<T>,
{
    let _ = g.get();
    2
}

fn bounded<T: Clone + Send>() -> u32 {
    3
}

fn iterator<I, T>(items: I) -> usize
where
    I: Iterator<Item = T>,
{
    items.count()
}

fn closure_bound<F, T>(_f: F) -> u32
where
    F: Fn(T) -> u8,
{
    4
}

fn main() {
    tied::<Cell, u8>(&Cell(1));
    tied::<Cell, u16>(&Cell(1));
    used_through::<_, u8>(&Cell(1));
    bounded::<u8>();
    bounded::<char>();
    iterator([1u8, 2].iter());
    closure_bound(|n: u16| n as u8);
}

//~ UNUSED 20:4 fn tied: T
//~ UNUSED 36:4 fn bounded: T
//~ UNUSED 40:4 fn iterator: T
//~ UNUSED 47:4 fn closure_bound: T
//~ POLY_ITEM fn <Cell as Get<u8>>::get
//~ POLY_ITEM fn bounded::<T>
//~ POLY_ITEM fn closure_bound::<{closure@predicates.rs:61:19: 61:27}, T>
//~ POLY_ITEM fn iterator::<std::slice::Iter<u8>, T>
//~ POLY_ITEM fn main
//~ POLY_ITEM fn tied::<Cell, T>
//~ POLY_ITEM fn used_through::<Cell, u8>
