// A visitor with default methods: which of Self and the method's parameters each default needs.
trait Visitor {
    fn number(&mut self, n: i64) -> i64 {
        n
    }

    fn text<S: AsRef<str>>(&mut self, s: S) -> usize {
        s.as_ref().len()
    }

    fn reset<C>() -> u8
    where
        Self: Sized,
    {
        0
    }

    fn walk<I: Iterator<Item = i64>>(&mut self, items: I) -> i64
    where
        Self: Sized,
    {
        items.map(|n| self.number(n)).sum()
    }
}

struct Quiet;

struct Tally<C> {
    count: C,
}

impl Visitor for Quiet {}

impl<C> Visitor for Tally<C> {
    fn number(&mut self, n: i64) -> i64 {
        n + 1
    }
}

fn main() {
    Quiet.walk([1, 2].into_iter());
    Quiet.text("x");
    Quiet::reset::<u8>();
    let mut tally = Tally { count: 0u8 };
    tally.walk(vec![1].into_iter());
    tally.text(String::new());
    Tally::<u8>::reset::<u16>();
    let _ = tally.count;
}

//~ UNUSED 11:8 fn reset: Self, C
//~ UNUSED 22:19 closure: I
//~ POLY_ITEM fn <Quiet as Visitor>::number
//~ POLY_ITEM fn <Quiet as Visitor>::text::<&str>
//~ POLY_ITEM fn <Quiet as Visitor>::walk::<I>::{closure#0}
//~ POLY_ITEM fn <Quiet as Visitor>::walk::<std::array::IntoIter<i64, 2_usize>>
//~ POLY_ITEM fn <Self as Visitor>::reset::<C>
//~ POLY_ITEM fn <Tally<u8> as Visitor>::number
//~ POLY_ITEM fn <Tally<u8> as Visitor>::text::<std::string::String>
//~ POLY_ITEM fn <Tally<u8> as Visitor>::walk::<I>::{closure#0}
//~ POLY_ITEM fn <Tally<u8> as Visitor>::walk::<std::vec::IntoIter<i64>>
//~ POLY_ITEM fn main
