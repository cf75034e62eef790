// Consts that depend on parameters: evaluated a copy, naming other instances by function pointers and vtables.
trait Visit {
    const VISITOR: fn(&[u8]) -> usize;
    const DEPTH: usize;
}

struct Leaf;
struct Wrap<V>(V);

fn leaf(bytes: &[u8]) -> usize {
    bytes.len()
}

fn wrap<V: Visit>(bytes: &[u8]) -> usize {
    (V::VISITOR)(bytes) + V::DEPTH
}

impl Visit for Leaf {
    const VISITOR: fn(&[u8]) -> usize = leaf;
    const DEPTH: usize = 0;
}

impl<V: Visit> Visit for Wrap<V> {
    const VISITOR: fn(&[u8]) -> usize = wrap::<V>;
    const DEPTH: usize = V::DEPTH + 1;
}

trait Plugin: Sync {
    fn id(&self) -> u32;
}

struct Num<const N: u32>;

impl<const N: u32> Plugin for Num<N> {
    fn id(&self) -> u32 {
        N
    }
}

struct Registry<const N: u32>;

impl<const N: u32> Registry<N> {
    const PLUGIN: &'static dyn Plugin = &Num::<N>;
    const SIZE: usize = {
        assert!(N < 100, "too many");
        N as usize
    };
}

fn id<const N: u32>() -> u32 {
    Registry::<N>::PLUGIN.id()
}

fn main() {
    let _ = (<Wrap<Wrap<Leaf>>>::VISITOR)(b"x");
    id::<7>();
    let _ = [0u8; Registry::<3>::SIZE];
    let _ = Registry::<9>::SIZE;
}

//~ MONO_ITEM fn <Num<7> as Plugin>::id
//~ MONO_ITEM fn id::<7>
//~ MONO_ITEM fn leaf
//~ MONO_ITEM fn main
//~ MONO_ITEM fn wrap::<Leaf>
//~ MONO_ITEM fn wrap::<Wrap<Leaf>>
