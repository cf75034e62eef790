// `impl Trait` in a type alias: the body that is said to define it has parameters of its own, in an order of its own.
#![feature(type_alias_impl_trait)]
use std::fmt::Debug;
use std::iter::Map;
use std::slice::Iter;

struct Loud<T>(T);

impl<T> Drop for Loud<T> {
    fn drop(&mut self) {}
}

mod parts {
    use super::*;

    pub type Pair<A: Debug + Copy, B: Copy> = impl Fn() -> (A, B);

    #[define_opaque(Pair)]
    pub fn pair<V: Copy, K: Debug + Copy>(value: V, key: K) -> Pair<K, V> {
        let loud = Loud(value);
        move || (key, loud.0)
    }
}

// More than one, and not at the top of the alias.
type Doubled<'a> = Map<Iter<'a, u32>, impl FnMut(&u32) -> u32 + 'static>;

struct Numbers(Vec<u32>);

impl Numbers {
    #[define_opaque(Doubled)]
    fn doubled(&self) -> Doubled<'_> {
        fn double(n: &u32) -> u32 {
            2 * n
        }
        self.0.iter().map(double)
    }
}

struct Held {
    pair: parts::Pair<u8, u16>,
}

fn take<I: Iterator<Item = u32>>(iter: I) -> u32 {
    let mut sum = 0;
    for n in iter {
        sum += n;
    }
    sum
}

type Callback = impl Fn(u8) -> u8 + Sync;

// A static defines one, too.
#[define_opaque(Callback)]
static CALLBACK: Callback = |n| n + 1;

fn main() {
    let held = Held { pair: parts::pair(3u16, 4u8) };
    (held.pair)();
    take(Numbers(Vec::new()).doubled());
    CALLBACK(1);
}

//~ MONO_ITEM fn <Loud<u16> as std::ops::Drop>::drop
//~ MONO_ITEM fn <for<'a> fn(&'a u32) -> u32 {Numbers::doubled::double} as std::ops::FnMut<(&u32,)>>::call_mut - shim(for<'a> fn(&'a u32) -> u32 {Numbers::doubled::double})
//~ MONO_ITEM fn CALLBACK::{closure#0}
//~ MONO_ITEM fn Numbers::doubled
//~ MONO_ITEM fn Numbers::doubled::double
//~ MONO_ITEM fn main
//~ MONO_ITEM fn parts::pair::<u16, u8>
//~ MONO_ITEM fn parts::pair::<u16, u8>::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<Loud<u16>> - shim(Some(Loud<u16>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Numbers> - shim(Some(Numbers))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u32>> - shim(Some(std::vec::Vec<u32>))
//~ MONO_ITEM fn take::<std::iter::Map<std::slice::Iter<'_, u32>, for<'a> fn(&'a u32) -> u32 {Numbers::doubled::double}>>
//~ MONO_ITEM static CALLBACK
