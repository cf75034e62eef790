// An item within a method has the header of the impl as written in its path, with the names of its lifetimes.
use std::marker::PhantomData;

type Words<'w> = Vec<&'w str>;
type Fixed = &'static str;

trait Read<'de, C> {
    fn read(src: &'de str) -> (Self, C)
    where
        Self: Sized;
}

struct Pair<'a, T>(&'a str, T);

impl<'de: 'a, 'a, T: Default, const N: usize> Read<'de, [u8; N]> for Pair<'a, T> {
    fn read(src: &'de str) -> (Self, [u8; N]) {
        struct Visitor<'v>(PhantomData<&'v ()>);
        impl<'v> Visitor<'v> {
            fn visit<U>(&self, u: U) -> U {
                fn innermost<V>(v: V) -> V {
                    v
                }
                innermost(u)
            }
        }
        fn helper<V>(v: V) -> V {
            v
        }
        (Pair(helper(src), Visitor(PhantomData).visit(T::default())), [0; N])
    }
}

impl<'q> From<Words<'q>> for Pair<'q, Fixed> {
    fn from(words: Words<'q>) -> Self {
        fn first<'x>(words: &Words<'x>) -> &'x str {
            words[0]
        }
        Pair(first(&words), "")
    }
}

impl From<Words<'static>> for Fixed2 {
    fn from(words: Words<'static>) -> Self {
        Fixed2(words[0])
    }
}
struct Fixed2(Fixed);

impl Pair<'static, u8> {
    fn only(self) -> usize {
        fn len<T: AsRef<str>>(t: T) -> usize {
            t.as_ref().len()
        }
        len(self.0)
    }
}

impl<'l> Iterator for Pair<'l, u64> {
    type Item = &'l str;
    fn next(&mut self) -> Option<Self::Item> {
        const fn one<T>(t: T) -> Option<T> {
            Some(t)
        }
        one(self.0)
    }
}

fn main() {
    let (p, _): (Pair<'_, u16>, [u8; 2]) = Pair::read("x");
    let _ = p.1;
    let _ = Pair::from(vec!["a"]).1;
    let _ = Fixed2::from(vec!["a"]).0;
    Pair("a", 1u8).only();
    Pair("b", 1u64).next();
}

//~ MONO_ITEM fn <Fixed2 as std::convert::From<std::vec::Vec<&'static str>>>::from
//~ MONO_ITEM fn <Pair<'_, &'static str> as std::convert::From<std::vec::Vec<&str>>>::from
//~ MONO_ITEM fn <Pair<'_, u16> as Read<'_, [u8; 2]>>::read
//~ MONO_ITEM fn <Pair<'_, u64> as std::iter::Iterator>::next
//~ MONO_ITEM fn <Pair<'a, T> as Read<'de, [u8; N]>>::read::Visitor::<'_>::visit::<u16>
//~ MONO_ITEM fn <Pair<'a, T> as Read<'de, [u8; N]>>::read::Visitor::<'v>::visit::innermost::<u16>
//~ MONO_ITEM fn <Pair<'a, T> as Read<'de, [u8; N]>>::read::helper::<&str>
//~ MONO_ITEM fn <Pair<'l, u64> as std::iter::Iterator>::next::one::<&str>
//~ MONO_ITEM fn <Pair<'q, &'static str> as std::convert::From<std::vec::Vec<&'q str>>>::from::first
//~ MONO_ITEM fn Pair::<'static, u8>::only
//~ MONO_ITEM fn Pair::<'static, u8>::only::len::<&str>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<&str>> - shim(Some(std::vec::Vec<&str>))
