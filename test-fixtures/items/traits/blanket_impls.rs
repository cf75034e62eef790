// Blanket impls, with where clauses that hold for some types only, and an impl for references.
trait Measure {
    fn measure(&self) -> usize;
}

trait Report {
    fn report(&self) -> usize;
}

impl<T> Report for T
where
    T: Measure + ?Sized,
{
    fn report(&self) -> usize {
        self.measure() * 10
    }
}

impl Measure for str {
    fn measure(&self) -> usize {
        self.len()
    }
}

impl Measure for u8 {
    fn measure(&self) -> usize {
        1
    }
}

impl<T: Measure> Measure for [T] {
    fn measure(&self) -> usize {
        let mut n = 0;
        for t in self {
            n += t.measure();
        }
        n
    }
}

impl<T: Measure + ?Sized> Measure for &T {
    fn measure(&self) -> usize {
        (**self).measure()
    }
}

impl<A: Measure, B: Measure> Measure for (A, B) {
    fn measure(&self) -> usize {
        self.0.measure() + self.1.report()
    }
}

fn main() {
    "abc".report();
    [1u8, 2].report();
    (3u8, "x").report();
    [(1u8, 2u8)][..].measure();
}

//~ MONO_ITEM fn <&str as Measure>::measure
//~ MONO_ITEM fn <&str as Report>::report
//~ MONO_ITEM fn <(u8, &str) as Measure>::measure
//~ MONO_ITEM fn <(u8, &str) as Report>::report
//~ MONO_ITEM fn <(u8, u8) as Measure>::measure
//~ MONO_ITEM fn <[(u8, u8)] as Measure>::measure
//~ MONO_ITEM fn <[u8] as Measure>::measure
//~ MONO_ITEM fn <[u8] as Report>::report
//~ MONO_ITEM fn <str as Measure>::measure
//~ MONO_ITEM fn <str as Report>::report
//~ MONO_ITEM fn <u8 as Measure>::measure
//~ MONO_ITEM fn <u8 as Report>::report
//~ MONO_ITEM fn main
