// Associated types: projected through chains, in bounds, with defaults of functions that name them.
trait Graph {
    type Node: Copy + Key;
    type Edge: Link<From = Self::Node>;

    fn edges(&self) -> [Self::Edge; 2];
}

trait Key {
    type Raw;
    fn raw(self) -> Self::Raw;
}

trait Link {
    type From;
    fn source(&self) -> Self::From;
}

impl Key for u8 {
    type Raw = u32;
    fn raw(self) -> u32 {
        self as u32
    }
}

#[derive(Clone, Copy)]
struct Id(i64);

impl Key for Id {
    type Raw = i64;
    fn raw(self) -> i64 {
        self.0
    }
}

struct Arc<N>(N, N);

impl<N: Copy> Link for Arc<N> {
    type From = N;
    fn source(&self) -> N {
        let _ = &self.1;
        self.0
    }
}

struct Small;
struct Large;

impl Graph for Small {
    type Node = u8;
    type Edge = Arc<u8>;
    fn edges(&self) -> [Arc<u8>; 2] {
        [Arc(1, 2), Arc(2, 3)]
    }
}

impl Graph for Large {
    type Node = Id;
    type Edge = Arc<Id>;
    fn edges(&self) -> [Arc<Id>; 2] {
        [Arc(Id(1), Id(2)), Arc(Id(2), Id(3))]
    }
}

fn keep<T>(t: T) -> T {
    t
}

fn first_raw<G: Graph>(g: &G) -> <<G as Graph>::Node as Key>::Raw {
    let edges = g.edges();
    let node: G::Node = edges[0].source();
    keep(node.raw())
}

fn main() {
    let _: u32 = first_raw(&Small);
    let _: i64 = first_raw(&Large);
}

//~ MONO_ITEM fn <Arc<Id> as Link>::source
//~ MONO_ITEM fn <Arc<u8> as Link>::source
//~ MONO_ITEM fn <Id as Key>::raw
//~ MONO_ITEM fn <Large as Graph>::edges
//~ MONO_ITEM fn <Small as Graph>::edges
//~ MONO_ITEM fn <u8 as Key>::raw
//~ MONO_ITEM fn first_raw::<Large>
//~ MONO_ITEM fn first_raw::<Small>
//~ MONO_ITEM fn keep::<i64>
//~ MONO_ITEM fn keep::<u32>
//~ MONO_ITEM fn main
