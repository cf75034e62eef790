// `-> impl Trait` in a trait: each impl has a type of its own.
trait Source {
    fn items(&self) -> impl Iterator<Item = u8>;
    fn total(&self) -> u32 {
        self.items().map(u32::from).sum()
    }
}

struct Empty;
struct Two(u8, u8);

impl Source for Empty {
    fn items(&self) -> impl Iterator<Item = u8> {
        std::iter::empty()
    }
}

impl Source for Two {
    fn items(&self) -> impl Iterator<Item = u8> {
        [self.0, self.1].into_iter()
    }
}

fn main() {
    Empty.total();
    Two(1, 2).total();
}

//~ MONO_ITEM fn <Empty as Source>::items
//~ MONO_ITEM fn <Empty as Source>::total
//~ MONO_ITEM fn <Two as Source>::items
//~ MONO_ITEM fn <Two as Source>::total
//~ MONO_ITEM fn main
