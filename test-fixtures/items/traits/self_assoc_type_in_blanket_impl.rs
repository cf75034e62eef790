// `Self::Output` in an impl for `F: FnMut(…)` is the output of the trait that is implemented, not that of `FnMut`.
pub enum Failure<E> {
    Error(E),
    Fatal,
}
pub trait Mode {
    type Output<T>;
    fn bind<T, F: FnOnce() -> T>(f: F) -> Self::Output<T>;
}
pub struct Emit;
impl Mode for Emit {
    type Output<T> = T;
    fn bind<T, F: FnOnce() -> T>(f: F) -> T {
        f()
    }
}
pub struct Check;
impl Mode for Check {
    type Output<T> = ();
    fn bind<T, F: FnOnce() -> T>(_: F) {}
}
pub trait Parser<I> {
    type Output;
    type Error;
    fn process<M: Mode>(&mut self, i: I) -> Result<(I, M::Output<Self::Output>), Failure<Self::Error>>;
    fn parse(&mut self, i: I) -> Result<(I, Self::Output), Failure<Self::Error>> {
        self.process::<Emit>(i)
    }
}
impl<I, O, E, F: FnMut(I) -> Result<(I, O), Failure<E>>> Parser<I> for F {
    type Output = O;
    type Error = E;
    fn process<M: Mode>(&mut self, i: I) -> Result<(I, M::Output<Self::Output>), Failure<Self::Error>> {
        let (i, o) = keep::<(I, Self::Output), _>(self(i).map_err(|e| match e {
            Failure::Error(e) => Failure::Error(e),
            Failure::Fatal => Failure::Fatal,
        }))?;
        Ok((i, M::bind(|| o)))
    }
}
fn keep<T, E>(r: Result<T, E>) -> Result<T, E> {
    r
}
struct Seq<A, B>(A, B);
impl<I, A: Parser<I>, B: Parser<I, Error = A::Error>> Parser<I> for Seq<A, B> {
    type Output = (A::Output, B::Output);
    type Error = A::Error;
    fn process<M: Mode>(&mut self, i: I) -> Result<(I, M::Output<Self::Output>), Failure<A::Error>> {
        let (i, _) = self.0.process::<Check>(i)?;
        let (i, a) = self.0.parse(i)?;
        let (i, b) = self.1.parse(i)?;
        Ok((i, M::bind(|| (a, b))))
    }
}
fn word(i: &str) -> Result<(&str, char), Failure<String>> {
    match i.chars().next() {
        Some(c) => Ok((&i[c.len_utf8()..], c)),
        None => Err(Failure::Error(String::new())),
    }
}
fn main() {
    let mut pair = Seq(word, |i| word(i).map(|(rest, c)| (rest, c as u32)));
    assert!(pair.parse("ab").is_err());
    assert!(pair.process::<Check>("abc").is_ok());
}

//~ MONO_ITEM fn <Check as Mode>::bind::<(char, u32), {closure@self_assoc_type_in_blanket_impl.rs:52:24: 52:26}>
//~ MONO_ITEM fn <Check as Mode>::bind::<char, {closure@self_assoc_type_in_blanket_impl.rs:38:24: 38:26}>
//~ MONO_ITEM fn <Emit as Mode>::bind::<(char, u32), {closure@self_assoc_type_in_blanket_impl.rs:52:24: 52:26}>
//~ MONO_ITEM fn <Emit as Mode>::bind::<char, {closure@self_assoc_type_in_blanket_impl.rs:38:24: 38:26}>
//~ MONO_ITEM fn <Emit as Mode>::bind::<u32, {closure@self_assoc_type_in_blanket_impl.rs:38:24: 38:26}>
//~ MONO_ITEM fn <Seq<for<'a> fn(&'a str) -> std::result::Result<(&'a str, char), Failure<std::string::String>> {word}, {closure@self_assoc_type_in_blanket_impl.rs:62:30: 62:33}> as Parser<&str>>::parse
//~ MONO_ITEM fn <Seq<for<'a> fn(&'a str) -> std::result::Result<(&'a str, char), Failure<std::string::String>> {word}, {closure@self_assoc_type_in_blanket_impl.rs:62:30: 62:33}> as Parser<&str>>::process::<Check>
//~ MONO_ITEM fn <Seq<for<'a> fn(&'a str) -> std::result::Result<(&'a str, char), Failure<std::string::String>> {word}, {closure@self_assoc_type_in_blanket_impl.rs:62:30: 62:33}> as Parser<&str>>::process::<Emit>
//~ MONO_ITEM fn <Seq<for<'a> fn(&'a str) -> std::result::Result<(&'a str, char), Failure<std::string::String>> {word}, {closure@self_assoc_type_in_blanket_impl.rs:62:30: 62:33}> as Parser<&str>>::process::<Emit>::{closure#0}
//~ MONO_ITEM fn <for<'a> fn(&'a str) -> std::result::Result<(&'a str, char), Failure<std::string::String>> {word} as Parser<&str>>::parse
//~ MONO_ITEM fn <for<'a> fn(&'a str) -> std::result::Result<(&'a str, char), Failure<std::string::String>> {word} as Parser<&str>>::process::<Check>
//~ MONO_ITEM fn <for<'a> fn(&'a str) -> std::result::Result<(&'a str, char), Failure<std::string::String>> {word} as Parser<&str>>::process::<Check>::{closure#0}
//~ MONO_ITEM fn <for<'a> fn(&'a str) -> std::result::Result<(&'a str, char), Failure<std::string::String>> {word} as Parser<&str>>::process::<Emit>
//~ MONO_ITEM fn <for<'a> fn(&'a str) -> std::result::Result<(&'a str, char), Failure<std::string::String>> {word} as Parser<&str>>::process::<Emit>::{closure#0}
//~ MONO_ITEM fn <for<'a> fn(&'a str) -> std::result::Result<(&'a str, char), Failure<std::string::String>> {word} as Parser<&str>>::process::<Emit>::{closure#1}
//~ MONO_ITEM fn <for<'a> fn(&'a str) -> std::result::Result<(&'a str, char), Failure<std::string::String>> {word} as std::ops::FnMut<(&str,)>>::call_mut - shim(for<'a> fn(&'a str) -> std::result::Result<(&'a str, char), Failure<std::string::String>> {word})
//~ MONO_ITEM fn <{closure@self_assoc_type_in_blanket_impl.rs:62:30: 62:33} as Parser<&str>>::parse
//~ MONO_ITEM fn <{closure@self_assoc_type_in_blanket_impl.rs:62:30: 62:33} as Parser<&str>>::process::<Emit>
//~ MONO_ITEM fn <{closure@self_assoc_type_in_blanket_impl.rs:62:30: 62:33} as Parser<&str>>::process::<Emit>::{closure#0}
//~ MONO_ITEM fn <{closure@self_assoc_type_in_blanket_impl.rs:62:30: 62:33} as Parser<&str>>::process::<Emit>::{closure#1}
//~ MONO_ITEM fn keep::<(&str, char), Failure<std::string::String>>
//~ MONO_ITEM fn keep::<(&str, u32), Failure<std::string::String>>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#0}::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<Failure<std::string::String>> - shim(Some(Failure<std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::result::Result<(&str, ()), Failure<std::string::String>>> - shim(Some(std::result::Result<(&str, ()), Failure<std::string::String>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::result::Result<(&str, (char, u32)), Failure<std::string::String>>> - shim(Some(std::result::Result<(&str, (char, u32)), Failure<std::string::String>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn word
