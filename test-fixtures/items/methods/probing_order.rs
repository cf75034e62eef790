// Which method wins: inherent before trait, by value before autoref, each step of autoderef before the next.
struct S;

impl S {
    fn by_value(self) -> &'static str {
        "inherent"
    }
    fn both(&self) -> &'static str {
        "inherent"
    }
}

trait T {
    fn by_value(&self) -> &'static str;
    fn both(&self) -> &'static str;
    fn only_trait(self) -> u8
    where
        Self: Sized,
    {
        0
    }
}

impl T for S {
    fn by_value(&self) -> &'static str {
        "trait"
    }
    fn both(&self) -> &'static str {
        "trait"
    }
}

impl T for &S {
    fn by_value(&self) -> &'static str {
        "trait for ref"
    }
    fn both(&self) -> &'static str {
        "trait for ref"
    }
}

trait ByRef {
    fn which(&self) -> u8;
}
trait ByMove {
    fn which(self) -> u16;
}

impl ByRef for u8 {
    fn which(&self) -> u8 {
        1
    }
}
impl ByMove for &u8 {
    fn which(self) -> u16 {
        2
    }
}

fn main() {
    // By value with autoref: the inherent method takes `self` by value and wins on `S`.
    S.by_value();
    // On `&S`, by-value step: `<&S as T>` needs `&&S`; `<S as T>::by_value` takes `&S` by value: it wins.
    (&S).by_value();
    (&S).both();
    (&&S).both();
    T::both(&S);
    T::both(&&S);
    S.only_trait();
    (&S).only_trait();
    // `&u8` by value matches ByRef for u8 and ByMove for &u8 alike, so it is said which.
    ByRef::which(&1u8);
    ByMove::which(&1u8);
}

//~ MONO_ITEM fn <&S as T>::both
//~ MONO_ITEM fn <&S as T>::only_trait
//~ MONO_ITEM fn <&u8 as ByMove>::which
//~ MONO_ITEM fn <S as T>::both
//~ MONO_ITEM fn <S as T>::by_value
//~ MONO_ITEM fn <S as T>::only_trait
//~ MONO_ITEM fn <u8 as ByRef>::which
//~ MONO_ITEM fn S::both
//~ MONO_ITEM fn S::by_value
//~ MONO_ITEM fn main
