// Projections of projections, through a chain of bounds.
trait Graph {
    type Node: Copy + Into<usize>;
    type Edges: IntoIterator<Item = (Self::Node, Self::Node)>;
    fn edges(&self) -> Self::Edges;
}

#[derive(Clone, Copy)]
struct Id(u8);

impl From<Id> for usize {
    fn from(id: Id) -> usize {
        id.0 as usize
    }
}

struct Line(u8);

impl Graph for Line {
    type Node = Id;
    type Edges = Vec<(Id, Id)>;
    fn edges(&self) -> Vec<(Id, Id)> {
        (1..self.0).map(|n| (Id(n - 1), Id(n))).collect()
    }
}

struct Reversed<G>(G);

impl<G: Graph> Graph for Reversed<G> {
    type Node = G::Node;
    type Edges = std::iter::Map<
        <G::Edges as IntoIterator>::IntoIter,
        fn((G::Node, G::Node)) -> (G::Node, G::Node),
    >;
    fn edges(&self) -> Self::Edges {
        self.0.edges().into_iter().map(|(a, b)| (b, a))
    }
}

fn degree<G: Graph>(graph: &G, node: usize) -> usize {
    graph.edges().into_iter().filter(|(a, _)| (*a).into() == node).count()
}

fn main() {
    degree(&Line(4), 1);
    degree(&Reversed(Line(3)), 2);
}

//~ MONO_ITEM fn <Line as Graph>::edges
//~ MONO_ITEM fn <Line as Graph>::edges::{closure#0}
//~ MONO_ITEM fn <Reversed<Line> as Graph>::edges
//~ MONO_ITEM fn <Reversed<Line> as Graph>::edges::{closure#0}
//~ MONO_ITEM fn <impl std::convert::From<Id> for usize>::from
//~ MONO_ITEM fn <{closure@assoc_type_defaults_and_chains.rs:36:40: 36:48} as std::ops::FnOnce<((Id, Id),)>>::call_once - shim
//~ MONO_ITEM fn degree::<Line>
//~ MONO_ITEM fn degree::<Line>::{closure#0}
//~ MONO_ITEM fn degree::<Reversed<Line>>
//~ MONO_ITEM fn degree::<Reversed<Line>>::{closure#0}
//~ MONO_ITEM fn main
