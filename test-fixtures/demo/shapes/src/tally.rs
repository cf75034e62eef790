//! Counting: a const generic, a generic trait with an associated type, and a macro.

/// A tally of `N` columns.
#[derive(Clone, Debug)]
pub struct Tally<const N: usize> {
    columns: [u32; N],
}

impl<const N: usize> Tally<N> {
    pub fn new() -> Self {
        Tally { columns: [0; N] }
    }

    pub fn count(&mut self, column: usize) {
        if let Some(cell) = self.columns.get_mut(column) {
            *cell += 1;
        }
    }

    pub fn total(&self) -> u32 {
        let mut total = 0;
        for cell in &self.columns {
            total += *cell;
        }
        total
    }
}

impl<const N: usize> Default for Tally<N> {
    fn default() -> Self {
        Self::new()
    }
}

/// What can be added up, and to what.
pub trait Summed {
    type Total;

    fn zero() -> Self::Total;
    fn add_to(&self, total: &mut Self::Total);
}

impl Summed for u8 {
    type Total = u64;

    fn zero() -> u64 {
        0
    }

    fn add_to(&self, total: &mut u64) {
        *total += u64::from(*self);
    }
}

impl Summed for f64 {
    type Total = f64;

    fn zero() -> f64 {
        0.0
    }

    fn add_to(&self, total: &mut f64) {
        *total += *self;
    }
}

pub fn sum_all<S: Summed>(values: &[S]) -> S::Total {
    let mut total = S::zero();
    for value in values {
        value.add_to(&mut total);
    }
    total
}

/// Counts several columns of a tally in one go.
#[macro_export]
macro_rules! count_columns {
    ($tally:expr; $($column:expr),* $(,)?) => {{
        $( $tally.count($column); )*
        $tally.total()
    }};
}
