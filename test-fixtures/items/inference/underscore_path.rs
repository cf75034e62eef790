// `<_>::name`: the trait is known before the type is.
#[derive(Default)]
struct Seed(u32);

struct Table<S>(S);

impl<S: Default> Table<S> {
    fn with(seed: S) -> Self {
        Table(seed)
    }
    fn new() -> Self {
        Self::with(<_>::default())
    }
}

fn main() {
    let table: Table<Seed> = Table::new();
    let _ = table.0 .0;
    let n: u64 = <_>::from(7u8);
    let _ = n;
}

//~ MONO_ITEM fn <Seed as std::default::Default>::default
//~ MONO_ITEM fn Table::<Seed>::new
//~ MONO_ITEM fn Table::<Seed>::with
//~ MONO_ITEM fn main
