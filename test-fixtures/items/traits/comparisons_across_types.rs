// PartialEq and PartialOrd between different types, through references and containers, derived and by hand.
use std::cmp::Ordering;

#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
struct Metre(f64);

#[derive(Debug, Clone, Copy)]
struct Foot(f64);

impl PartialEq<Foot> for Metre {
    fn eq(&self, other: &Foot) -> bool {
        self.0 == other.0 * 0.3
    }
}

impl PartialOrd<Foot> for Metre {
    fn partial_cmp(&self, other: &Foot) -> Option<Ordering> {
        self.0.partial_cmp(&(other.0 * 0.3))
    }
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Size {
    Small,
    Large(u8),
}

struct CaseInsensitive<'a>(&'a str);

impl PartialEq<str> for CaseInsensitive<'_> {
    fn eq(&self, other: &str) -> bool {
        self.0.eq_ignore_ascii_case(other)
    }
}

fn sorted<T: PartialOrd>(items: &[T]) -> bool {
    items.windows(2).all(|pair| pair[0] <= pair[1])
}

fn same<A: PartialEq<B>, B>(a: &A, b: &B) -> bool {
    a == b
}

fn main() {
    let (m, f) = (Metre(3.0), Foot(10.0));
    let _ = m == f || m < f || m == m;
    let _ = &m == &Metre(1.0) && same(&m, &f);
    let _ = [m] == [Metre(2.0)] || Some(m) == None || (1, m) < (1, m);
    let _ = vec![Size::Small] == vec![Size::Large(1)];
    let _ = Size::Small < Size::Large(2);
    let _ = Size::Large(1).cmp(&Size::Small) == Ordering::Greater;
    let _ = CaseInsensitive("A") == *"a";
    sorted(&[Size::Small, Size::Large(3)]);
    sorted(&[1.0, 2.0]);
}

//~ MONO_ITEM fn <CaseInsensitive<'_> as std::cmp::PartialEq<str>>::eq
//~ MONO_ITEM fn <Metre as std::cmp::PartialEq<Foot>>::eq
//~ MONO_ITEM fn <Metre as std::cmp::PartialEq>::eq
//~ MONO_ITEM fn <Metre as std::cmp::PartialOrd<Foot>>::partial_cmp
//~ MONO_ITEM fn <Metre as std::cmp::PartialOrd>::partial_cmp
//~ MONO_ITEM fn <Size as std::cmp::Ord>::cmp
//~ MONO_ITEM fn <Size as std::cmp::PartialEq>::eq
//~ MONO_ITEM fn <Size as std::cmp::PartialOrd>::partial_cmp
//~ MONO_ITEM fn main
//~ MONO_ITEM fn same::<Metre, Foot>
//~ MONO_ITEM fn sorted::<Size>
//~ MONO_ITEM fn sorted::<Size>::{closure#0}
//~ MONO_ITEM fn sorted::<f64>
//~ MONO_ITEM fn sorted::<f64>::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<Size>> - shim(Some(std::vec::Vec<Size>))
