// Parameters and arguments under a `cfg`, one of which is there.
use std::marker::PhantomData;

struct Standard;
struct Map<
    K,
    #[cfg(not(debug_assertions))] S,
    #[cfg(debug_assertions)] S = Standard,
    #[cfg(any())] Unused,
    #[cfg_attr(all(), cfg(all()))] const N: usize = 3,
> {
    keys: Vec<K>,
    state: PhantomData<S>,
}

impl<#[cfg(any())] 'a, K, S, const N: usize> Map<K, S, N> {
    fn new() -> Self {
        Map { keys: Vec::new(), state: PhantomData }
    }
    fn add<#[cfg(all())] T: Into<K>, #[cfg(any())] U>(&mut self, #[cfg(any())] other: u8, key: T) -> usize {
        self.keys.push(key.into());
        N
    }
}

trait Visit<#[cfg(any())] A, B = u8> {
    fn visit(&self, b: B);
}

impl<K, S, const N: usize> Visit for Map<K, S, N> {
    fn visit(&self, _: u8) {}
}

fn apply<#[cfg(all())] T, #[cfg(any())] U>(_: T) {}

fn main() {
    let mut map: Map<u32> = Map::new();
    map.add(1u8);
    map.visit(1);
    apply(map);
}

//~ MONO_ITEM fn <Map<u32> as Visit>::visit
//~ MONO_ITEM fn Map::<u32>::add::<u8>
//~ MONO_ITEM fn Map::<u32>::new
//~ MONO_ITEM fn apply::<Map<u32>>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<Map<u32>> - shim(Some(Map<u32>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u32>> - shim(Some(std::vec::Vec<u32>))
